package com.example.handover.jdk;

import com.example.handover.Probe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

/** {@code CompletableFuture} and {@code Flow}. */
final class Futures {
    private Futures() {}

    static void async(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(1), 1);
        p.pool("common", ForkJoinPool.commonPool(), 1);
        p.parent("a", () -> {
            p.note("supplied", CompletableFuture.supplyAsync(() -> {
                p.mark("a/supplied");
                return "x";
            }).get());
            CompletableFuture.runAsync(() -> p.mark("a/ran"), pool).get();
            p.note("completed", new CompletableFuture<String>().completeAsync(() -> {
                p.mark("a/completed");
                return "y";
            }).get());
            CompletableFuture.runAsync(() -> p.mark("a/delayed"), CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS))
                    .get();
            CompletableFuture.runAsync(
                    () -> p.mark("a/delayed-pool"), CompletableFuture.delayedExecutor(2, TimeUnit.MILLISECONDS, pool)).get();
        });
    }

    /** Each stage is of the one who added it, whoever completes it, and on whatever thread. */
    static void stagesKeepTheirAdder(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(1), 1);
        CompletableFuture<String> source = new CompletableFuture<>();
        CompletableFuture<String> other = new CompletableFuture<>();
        CompletableFuture<?>[] all = new CompletableFuture<?>[16];
        p.parent("a", () -> {
            all[0] = source.thenApply(x -> mark(p, "a/apply", x));
            all[1] = source.thenApplyAsync(x -> mark(p, "a/apply-async", x));
            all[2] = source.thenApplyAsync(x -> mark(p, "a/apply-async-pool", x), pool);
            all[3] = source.thenAccept(x -> mark(p, "a/accept", x));
            all[4] = source.thenRun(() -> mark(p, "a/run", ""));
            all[5] = source.whenComplete((x, e) -> mark(p, "a/when-complete", x));
            all[6] = source.handle((x, e) -> mark(p, "a/handle", x));
            all[7] = source.thenCompose(x -> CompletableFuture.supplyAsync(() -> mark(p, "a/compose", x)));
            all[8] = source.thenCombine(other, (x, y) -> mark(p, "a/combine", x + y));
            all[9] = source.thenAcceptBoth(other, (x, y) -> mark(p, "a/accept-both", x + y));
            all[10] = source.runAfterBoth(other, () -> mark(p, "a/run-after-both", ""));
            all[11] = source.applyToEither(new CompletableFuture<>(), x -> mark(p, "a/either", x));
            all[12] = source.acceptEitherAsync(new CompletableFuture<>(), x -> mark(p, "a/accept-either", x));
            all[13] = source.runAfterEither(new CompletableFuture<>(), () -> mark(p, "a/run-after-either", ""));
            all[14] = source.thenApply(x -> x + "!").thenApply(x -> mark(p, "a/chained", x));
            all[15] = source.minimalCompletionStage().thenApply(x -> mark(p, "a/minimal", x)).toCompletableFuture();
        });
        CompletableFuture<String> lonely = source.thenApply(x -> mark(p, "b/added-by-nobody", x));
        p.parent("b", () -> {
            source.complete("x");
            other.complete("y");
        });
        CompletableFuture.allOf(all).get();
        for (int i = 0; i < all.length; i++) {
            p.note("stage " + i, all[i].get());
        }
        p.note("lonely", lonely.get());
    }

    private static String mark(Probe p, String id, String answer) {
        p.mark(id);
        return answer;
    }

    static void failures(Probe p) throws Exception {
        IllegalStateException mine = new IllegalStateException("mine");
        CompletableFuture<String> source = new CompletableFuture<>();
        p.parent("a", () -> {
            CompletableFuture<String> healed = source.exceptionally(e -> {
                p.note("the very exception", e == mine);
                return mark(p, "a/exceptionally", "healed");
            });
            CompletableFuture<String> composed = source.exceptionallyCompose(
                    e -> CompletableFuture.completedFuture(mark(p, "a/exceptionally-compose", "composed")));
            CompletableFuture<String> failing = source.handle((x, e) -> {
                mark(p, "a/handle", x);
                throw mine;
            });
            p.note("failing", failing.isDone());
            source.completeExceptionally(mine);
            p.note("healed", healed.get() + composed.get());
            try {
                failing.join();
            } catch (CompletionException e) {
                p.note("cause is mine", e.getCause() == mine);
            }
        });
    }

    static void timeouts(Probe p) throws Exception {
        p.parent("a", () -> {
            CompletableFuture<String> late = new CompletableFuture<String>().completeOnTimeout("late", 3, TimeUnit.MILLISECONDS);
            p.note("late", late.thenApply(x -> mark(p, "a/on-timeout", x)).get());
            CompletableFuture<String> never = new CompletableFuture<String>().orTimeout(3, TimeUnit.MILLISECONDS);
            p.note("never", never.handle((x, e) -> mark(p, "a/or-timeout", e.getClass().getSimpleName())).get());
            CompletableFuture<String> early = new CompletableFuture<String>().orTimeout(1, TimeUnit.HOURS);
            p.dropped("the future that was early", early);
            early.complete("early");
            p.note("early", early.get());
        });
    }

    static void cancelled(Probe p) throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        p.parent("a", () -> {
            CompletableFuture<String> dropped = p.dropped("the dropped stage", new CompletableFuture<String>());
            p.dropped("its dependent", dropped.thenApply(x -> mark(p, "never", x)));
            CompletableFuture<String> dependent = source.thenApply(x -> mark(p, "never", x));
            p.note("cancelled", source.cancel(true) + " " + dependent.isCompletedExceptionally());
        });
    }

    static void deepChains(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(2), 2);
        p.parent("a", () -> {
            for (int c = 0; c < 3; c++) {
                CompletableFuture<Integer> chain = CompletableFuture.supplyAsync(() -> 0, pool);
                for (int i = 0; i < 200; i++) {
                    chain = i % 2 == 0 ? chain.thenApplyAsync(n -> n + 1, pool) : chain.thenApply(n -> n + 1);
                }
                String id = "a/end-" + c;
                p.note("chain " + c, chain.thenApply(n -> {
                    p.mark(id);
                    return n;
                }).get());
            }
        });
    }

    /** A subscriber works for the one who subscribed it, whoever submits. */
    static void submissionPublisher(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(1), 1);
        try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>(pool, 16)) {
            CountDownLatch done = new CountDownLatch(1);
            Flow.Subscriber<String> subscriber = new Flow.Subscriber<>() {
                private Flow.Subscription subscription;

                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    this.subscription = subscription;
                    p.mark("a/subscribed");
                    subscription.request(1);
                }

                @Override
                public void onNext(String item) {
                    p.mark("a/" + item);
                    subscription.request(1);
                }

                @Override
                public void onError(Throwable error) {
                    p.note("error", error);
                }

                @Override
                public void onComplete() {
                    p.mark("a/complete");
                    done.countDown();
                }
            };
            p.parent("a", () -> publisher.subscribe(subscriber));
            p.note("is subscribed", publisher.isSubscribed(subscriber) + " " + (publisher.getSubscribers().get(0) == subscriber));
            p.parent("b", () -> publisher.submit("one"));
            publisher.submit("two");
            publisher.close();
            Probe.await(done);
        }
    }
}

package com.example.handover.mutiny;

import com.example.handover.Probe;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;

/** Uni and Multi. */
final class Streams {
    /** An executor that is none of the JDK's. */
    private static final Executor BARE = task -> new Thread(task, "bare").start();

    private Streams() {}

    private static void onThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work, "elsewhere");
        thread.start();
        thread.join();
    }

    static void uniThreads(Probe p) {
        Executor pool = Infrastructure.getDefaultExecutor();
        p.pool("default", task -> pool.execute(task), 1);
        p.parent("a", () -> p.note("said", Uni.createFrom()
                .item(() -> {
                    p.mark("a/supplied");
                    return 1;
                })
                .runSubscriptionOn(pool)
                .emitOn(pool)
                .onItem().invoke(i -> p.mark("a/invoked"))
                .onItem().transformToUni(i -> Uni.createFrom().item(() -> {
                    p.mark("a/inner");
                    return i + 1;
                }).runSubscriptionOn(pool))
                .map(i -> {
                    p.mark("a/mapped");
                    return i;
                })
                .await().indefinitely()));
        p.note("alone", Uni.createFrom().item(() -> {
            p.mark("alone");
            return 1;
        }).runSubscriptionOn(pool).await().indefinitely());
    }

    static void multiThreads(Probe p) {
        Executor pool = Infrastructure.getDefaultExecutor();
        p.parent("a", () -> p.note("items", Multi.createFrom().range(1, 4)
                .onItem().invoke(i -> p.mark("a/above"))
                .runSubscriptionOn(pool)
                .emitOn(pool)
                .onItem().transform(i -> {
                    p.mark("a/below");
                    return i + 1;
                })
                .onTermination().invoke(() -> p.mark("a/end"))
                .collect().asList()
                .await().indefinitely()));
    }

    static void ownExecutor(Probe p) {
        p.parent("a", () -> {
            p.note("uni", Uni.createFrom().item(() -> {
                p.mark("a/supplied");
                return 1;
            }).runSubscriptionOn(BARE).emitOn(BARE).onItem().invoke(i -> p.mark("a/invoked")).await().indefinitely());
            p.note("multi", Multi.createFrom().items(() -> {
                p.mark("a/items");
                return java.util.stream.Stream.of(1, 2);
            }).runSubscriptionOn(BARE).emitOn(BARE).onItem().invoke(i -> p.mark("a/item")).collect().asList().await().indefinitely());
        });
    }

    static void timers(Probe p) {
        p.parent("a", () -> {
            Uni.createFrom().item(1).onItem().delayIt().by(Duration.ofMillis(2)).onItem().invoke(i -> p.mark("a/delayed"))
                    .await().indefinitely();
            Multi.createFrom().ticks().every(Duration.ofMillis(2)).select().first(2).onItem().invoke(i -> p.mark("a/tick"))
                    .collect().last().await().indefinitely();
            p.note("timed out", Uni.createFrom().<Integer>nothing()
                    .ifNoItem().after(Duration.ofMillis(5)).recoverWithItem(() -> {
                        p.mark("a/instead");
                        return 7;
                    })
                    .await().indefinitely());
            AtomicInteger tries = new AtomicInteger();
            p.note("tries", Uni.createFrom().item(() -> {
                p.mark("a/try");
                if (tries.incrementAndGet() < 3) {
                    throw new IllegalStateException("not yet");
                }
                return tries.get();
            }).onFailure().retry().withBackOff(Duration.ofMillis(1)).atMost(3).await().indefinitely());
        });
    }

    static void combined(Probe p) {
        p.parent("a", () -> {
            p.note("zipped", Uni.combine().all().unis(
                            Uni.createFrom().item("l").onItem().delayIt().by(Duration.ofMillis(1)),
                            Uni.createFrom().item(() -> "r").runSubscriptionOn(BARE))
                    .asTuple()
                    .map(t -> {
                        p.mark("a/zip");
                        return t.getItem1() + t.getItem2();
                    })
                    .await().indefinitely());
            p.note("merged", Multi.createFrom().range(1, 4)
                    .onItem().transformToUniAndMerge(i -> Uni.createFrom().item(() -> {
                        p.mark("a/inner-" + i);
                        return i;
                    }).runSubscriptionOn(BARE))
                    .collect().with(java.util.stream.Collectors.summingInt(i -> i))
                    .await().indefinitely());
            p.note("concat", Multi.createBy().concatenating().streams(
                            Multi.createFrom().item(1).emitOn(BARE), Multi.createFrom().item(() -> {
                                p.mark("a/second");
                                return 2;
                            }))
                    .collect().asList().await().indefinitely());
        });
    }

    static void failures(Probe p) {
        p.parent("a", () -> {
            p.note("recovered", Uni.createFrom().item(0).emitOn(BARE).map(i -> 1 / i)
                    .onFailure().invoke(e -> p.mark("a/failure"))
                    .onFailure().recoverWithItem(-1)
                    .await().indefinitely());
            try {
                Multi.createFrom().items(1, 0).emitOn(BARE).map(i -> 1 / i).collect().asList().await().indefinitely();
            } catch (ArithmeticException e) {
                p.note("thrown", e);
            }
        });
    }

    static void emitters(Probe p) throws Exception {
        List<UniEmitter<? super Integer>> one = new ArrayList<>();
        List<MultiEmitter<? super Integer>> many = new ArrayList<>();
        Cancellable[] handle = new Cancellable[1];
        p.parent("a", () -> {
            Uni.createFrom().<Integer>emitter(one::add).map(i -> i + 1).subscribe().with(i -> p.mark("a/uni-" + i));
            handle[0] = Multi.createFrom().<Integer>emitter(many::add).map(i -> i + 1)
                    .onCancellation().invoke(() -> p.note("cancelled", true))
                    .subscribe().with(i -> p.mark("a/multi-" + i));
        });
        onThread(() -> many.get(0).emit(1));
        p.parent("b", () -> {
            many.get(0).emit(2);
            one.get(0).complete(5);
            p.mark("b/after");
        });
        onThread(handle[0]::cancel);
    }

    static void memoized(Probe p) throws Exception {
        List<UniEmitter<? super Integer>> one = new ArrayList<>();
        Uni<Integer> memoized = Uni.createFrom().<Integer>emitter(one::add)
                .onItem().invoke(i -> p.mark("a/once"))
                .memoize().indefinitely();
        p.parent("a", () -> memoized.subscribe().with(i -> p.mark("a/memoized")));
        p.parent("b", () -> memoized.map(i -> i).subscribe().with(i -> p.mark("b/memoized")));
        onThread(() -> one.get(0).complete(1));
        p.parent("c", () -> p.note("again", memoized.onItem().invoke(i -> p.mark("c/memoized")).await().indefinitely()));
    }

    static void broadcast(Probe p) throws Exception {
        BroadcastProcessor<Integer> processor = BroadcastProcessor.create();
        for (String who : new String[] {"a", "b"}) {
            p.parent(who, () -> processor.map(i -> i).subscribe().with(i -> p.mark(who + "/item-" + i)));
        }
        p.parent("c", () -> processor.onNext(1));
        onThread(() -> processor.onNext(2));
        processor.onComplete();
        List<MultiEmitter<? super Integer>> many = new ArrayList<>();
        Multi<Integer> shared = Multi.createFrom().<Integer>emitter(many::add)
                .broadcast().withCancellationAfterLastSubscriberDeparture().toAllSubscribers();
        for (String who : new String[] {"x", "y"}) {
            p.parent(who, () -> shared.subscribe().with(i -> p.mark(who + "/shared-" + i)));
        }
        onThread(() -> many.get(0).emit(1));
        many.get(0).complete();
    }

    static void futures(Probe p) throws Exception {
        CompletableFuture<String> future = new CompletableFuture<>();
        CountDownLatch done = new CountDownLatch(1);
        p.parent("a", () -> Uni.createFrom().completionStage(future).subscribe().with(s -> {
            p.mark("a/" + s);
            done.countDown();
        }));
        onThread(() -> future.complete("future"));
        Probe.await(done);
        p.parent("b", () -> p.note("future", Uni.createFrom().item(3).emitOn(BARE).subscribeAsCompletionStage().thenApply(i -> {
            p.mark("b/stage");
            return i;
        }).get()));
    }

    static void subscribers(Probe p) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        p.parent("a", () -> Multi.createFrom().range(1, 3).emitOn(BARE).subscribe(new Flow.Subscriber<Integer>() {
            private Flow.Subscription subscription;

            @Override
            public void onSubscribe(Flow.Subscription s) {
                p.note("subscription", s.getClass().getName());
                subscription = s;
                new Thread(() -> subscription.request(1)).start();
            }

            @Override
            public void onNext(Integer item) {
                p.mark("a/item-" + item);
                new Thread(() -> subscription.request(1)).start();
            }

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onComplete() {
                p.mark("a/complete");
                done.countDown();
            }
        }));
        Probe.await(done);
    }

    static void context(Probe p) {
        p.parent("a", () -> {
            p.note("context", Uni.createFrom().context(c -> Uni.createFrom().item(c.<String>get("key")))
                    .emitOn(BARE)
                    .awaitUsing(Context.of("key", "value")).indefinitely());
            p.note("attached", Multi.createFrom().items(1).emitOn(BARE).attachContext()
                    .map(i -> i.context().<String>get("key"))
                    .subscribe().asIterable(() -> Context.of("key", "value")).iterator().next());
        });
    }
}

package com.example.handover.guava;

import com.example.handover.Probe;
import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is to be done with a result. */
final class Listening {
    private Listening() {}

    private static final class Callback implements FutureCallback<String> {
        private final Probe p;
        private final String id;
        private final List<String> order;
        final CountDownLatch done = new CountDownLatch(1);

        Callback(Probe p, String id, List<String> order) {
            this.p = p;
            this.id = id;
            this.order = order;
        }

        @Override
        public void onSuccess(String result) {
            p.mark(id);
            order.add(id + ' ' + result);
            done.countDown();
        }

        @Override
        public void onFailure(Throwable thrown) {
            p.mark(id);
            order.add(id + ' ' + thrown);
            done.countDown();
        }
    }

    static void callbacks(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newSingleThreadExecutor(), 1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        SettableFuture<String> future = SettableFuture.create();
        SettableFuture<String> failing = SettableFuture.create();
        Callback direct = new Callback(p, "a/direct", order);
        Callback pooled = new Callback(p, "b/pooled", order);
        Callback failed = new Callback(p, "b/failed", order);
        Callback late = new Callback(p, "d/late", order);
        p.parent("a", () -> Futures.addCallback(future, direct, MoreExecutors.directExecutor()));
        p.parent("b", () -> {
            Futures.addCallback(future, pooled, pool);
            Futures.addCallback(failing, failed, pool);
        });
        p.parent("c", () -> {
            p.note("set", future.set("answer"));
            p.note("set again", future.set("another"));
            failing.setException(new IllegalStateException("no answer"));
            p.mark("c/after");
        });
        Probe.await(direct.done);
        Probe.await(pooled.done);
        Probe.await(failed.done);
        p.parent("d", () -> Futures.addCallback(future, late, pool));
        Probe.await(late.done);
        p.note("order", order);
    }

    static void transform(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(2), 2);
        SettableFuture<String> start = SettableFuture.create();
        List<ListenableFuture<Integer>> ends = new ArrayList<>();
        p.parent("a", () -> {
            ListenableFuture<Integer> length = Futures.transform(start, text -> {
                p.mark("a/transform");
                return text.length();
            }, MoreExecutors.directExecutor());
            ListenableFuture<Integer> async = Futures.transformAsync(length, n -> {
                p.mark("a/async");
                return Futures.immediateFailedFuture(new IllegalStateException("length " + n));
            }, pool);
            ends.add(Futures.catching(async, IllegalStateException.class, e -> {
                p.mark("a/catching");
                return e.getMessage().length();
            }, pool));
        });
        p.parent("b", () -> start.set("four"));
        p.note("end", ends.get(0).get(10, TimeUnit.SECONDS));
    }

    static void combined(Probe p) throws Exception {
        SettableFuture<String> one = SettableFuture.create();
        SettableFuture<String> two = SettableFuture.create();
        List<ListenableFuture<String>> ends = new ArrayList<>();
        p.parent("a", () -> {
            ends.add(Futures.whenAllSucceed(one, two).call(() -> {
                p.mark("a/combined");
                return Futures.getDone(one) + Futures.getDone(two);
            }, MoreExecutors.directExecutor()));
            ends.add(Futures.transform(Futures.allAsList(one, two), all -> {
                p.mark("a/all");
                return all.toString();
            }, MoreExecutors.directExecutor()));
        });
        p.parent("b", () -> one.set("1"));
        p.parent("c", () -> two.set("2"));
        p.note("combined", ends.get(0).get(10, TimeUnit.SECONDS));
        p.note("all", ends.get(1).get(10, TimeUnit.SECONDS));
    }

    private record Named(Probe p, String id) implements Runnable {
        @Override
        public void run() {
            p.mark(id);
        }
    }

    /** The executor is given what was added. */
    static void identity(Probe p) throws Exception {
        List<Object> given = new ArrayList<>();
        Executor own = task -> {
            given.add(task);
            task.run();
        };
        SettableFuture<String> future = SettableFuture.create();
        Named named = new Named(p, "a/named");
        Named late = new Named(p, "b/late");
        p.parent("a", () -> future.addListener(named, own));
        future.set("answer");
        p.parent("b", () -> future.addListener(late, own));
        p.note("the same", given.size() == 2 && given.get(0) == named && given.get(1) == late);
        p.note("future", future.toString().replaceAll("@[0-9a-f]+", ""));
    }

    static void throwing(Probe p) throws Exception {
        List<Logger> loggers = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                p.note("logged", record.getMessage().replaceAll("@[0-9a-f]+", "") + ' ' + record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        for (String name : List.of("", "com.google.common.util.concurrent.AbstractFuture")) {
            Logger logger = Logger.getLogger(name);
            logger.setUseParentHandlers(false);
            for (Handler other : logger.getHandlers()) {
                logger.removeHandler(other);
            }
            logger.addHandler(handler);
            loggers.add(logger);
        }
        SettableFuture<String> future = SettableFuture.create();
        p.parent("a", () -> future.addListener(new Runnable() {
            @Override
            public void run() {
                throw new IllegalStateException("of the listener");
            }

            @Override
            public String toString() {
                return "a listener";
            }
        }, MoreExecutors.directExecutor()));
        future.set("answer");
        loggers.forEach(logger -> logger.removeHandler(handler));
    }

    /** Set by one another, further than the stack is deep. */
    static void deepChain(Probe p) throws Exception {
        SettableFuture<String> first = SettableFuture.create();
        List<SettableFuture<String>> last = new ArrayList<>();
        p.parent("a", () -> {
            SettableFuture<String> future = first;
            for (int i = 0; i < 100_000; i++) {
                SettableFuture<String> next = SettableFuture.create();
                next.setFuture(future);
                future = next;
            }
            last.add(future);
            future.addListener(new Named(p, "a/last"), MoreExecutors.directExecutor());
        });
        first.set("answer");
        p.note("last", last.get(0).get());
    }

    static void dropped(Probe p) throws Exception {
        p.parent("a", () -> {
            SettableFuture<String> future = p.dropped("future", SettableFuture.create());
            future.addListener(p.dropped("listener", new Named(p, "a/told of the cancellation")), MoreExecutors.directExecutor());
            ListenableFuture<String> cancelled = Futures.transform(future, text -> text, MoreExecutors.directExecutor());
            p.note("cancelled", cancelled.cancel(true));
            try {
                cancelled.get();
            } catch (ExecutionException | RuntimeException e) {
                p.note("thrown", e.getClass());
            }
        });
    }
}

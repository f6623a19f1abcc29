package com.example.handover.netty;

import com.example.handover.Probe;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultProgressivePromise;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.netty.util.concurrent.GenericProgressiveFutureListener;
import io.netty.util.concurrent.ProgressiveFuture;
import io.netty.util.concurrent.Promise;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listeners of futures. */
final class Futures {
    private Futures() {}

    private static final class Named implements GenericFutureListener<Future<String>> {
        private final Probe p;
        private final String id;
        private final List<String> order;

        Named(Probe p, String id, List<String> order) {
            this.p = p;
            this.id = id;
            this.order = order;
        }

        @Override
        public void operationComplete(Future<String> future) {
            p.mark(id);
            order.add(id + ' ' + future.getNow());
        }
    }

    private static EventExecutor executor(Probe p) {
        return p.pool("executor", new DefaultEventExecutor(), 1);
    }

    /** Whoever completes the future. */
    static void listeners(Probe p) throws Exception {
        EventExecutor executor = executor(p);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Promise<String> promise = new DefaultPromise<>(executor);
        CountDownLatch done = new CountDownLatch(1);
        p.parent("a", () -> promise.addListener(new Named(p, "a/named", order)));
        promise.addListener(new Named(p, "alone", order));
        p.parent("b", () -> {
            promise.addListener(new Named(p, "b/named", order));
            promise.addListener(future -> p.mark("b/lambda"));
        });
        promise.addListener(future -> done.countDown());
        executor.submit(() -> {
            p.note("set", promise.trySuccess("answer"));
        }).get();
        Probe.await(done);
        p.note("order", order);
    }

    private static final class Throwing implements GenericFutureListener<Future<String>> {
        @Override
        public void operationComplete(Future<String> future) {
            throw new IllegalStateException("of the listener");
        }
    }

    /** Netty logs what a listener throws, and the listener's class. */
    static void throwing(Probe p) throws Exception {
        Logger logger = Logger.getLogger(DefaultPromise.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                p.note("logged", record.getMessage() + ' ' + record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        EventExecutor executor = executor(p);
        CountDownLatch done = new CountDownLatch(1);
        p.parent("a", () -> {
            Promise<String> promise = executor.newPromise();
            promise.addListener(new Throwing()).addListener(f -> done.countDown());
            promise.setSuccess("answer");
        });
        Probe.await(done);
        logger.removeHandler(handler);
    }

    static void completedAlready(Probe p) throws Exception {
        EventExecutor executor = executor(p);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(2);
        p.parent("a", () -> {
            Future<String> future = executor.newSucceededFuture("at once");
            future.addListener(new Named(p, "a/succeeded", order));
            future.addListener(f -> done.countDown());
            Promise<String> promise = executor.newPromise();
            promise.setSuccess("before");
            promise.addListener(new Named(p, "a/set", order));
            promise.addListener(f -> done.countDown());
        });
        Probe.await(done);
        p.note("order", order);
    }

    static void removedListener(Probe p) throws Exception {
        EventExecutor executor = executor(p);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(2);
        p.parent("a", () -> {
            Promise<String> one = executor.newPromise();
            Named only = p.dropped("only listener", new Named(p, "a/never", order));
            one.addListener(only);
            one.removeListener(only);
            one.addListener(f -> done.countDown());
            one.setSuccess("one");

            Promise<String> several = executor.newPromise();
            Named first = new Named(p, "a/first", order);
            Named second = new Named(p, "a/second", order);
            several.addListener(first).addListener(second).addListener(first).addListener(first);
            several.removeListener(first);
            several.removeListener(only);
            several.addListener(f -> done.countDown());
            several.setSuccess("several");
        });
        Probe.await(done);
        p.note("order", order);
    }

    static void progress(Probe p) throws Exception {
        EventExecutor executor = executor(p);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        DefaultProgressivePromise<String> promise = new DefaultProgressivePromise<>(executor);
        CountDownLatch done = new CountDownLatch(1);
        p.parent("a", () -> promise.addListener(new GenericProgressiveFutureListener<ProgressiveFuture<String>>() {
            @Override
            public void operationProgressed(ProgressiveFuture<String> future, long progress, long total) {
                order.add(progress + " of " + total);
            }

            @Override
            public void operationComplete(ProgressiveFuture<String> future) {
                order.add("complete");
                done.countDown();
            }
        }));
        promise.setProgress(1, 2);
        promise.setSuccess("all");
        Probe.await(done);
        p.note("order", order);
    }

    static void submitted(Probe p) throws Exception {
        EventExecutor executor = executor(p);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        List<Future<String>> futures = new ArrayList<>();
        p.parent("a", () -> futures.add(executor.submit(() -> {
            Probe.await(go);
            p.mark("a/task");
            return "answer";
        })));
        p.parent("b", () -> futures.get(0).addListener(new Named(p, "b/listener", order)));
        futures.get(0).addListener(f -> done.countDown());
        go.countDown();
        Probe.await(done);
        p.note("order", order);
    }

    /** Never completed. */
    static void droppedPromise(Probe p) throws Exception {
        EventExecutor executor = executor(p);
        p.parent("a", () -> {
            Promise<String> promise = p.dropped("promise", executor.<String>newPromise());
            promise.addListener(p.dropped("listener", new Named(p, "a/never", new ArrayList<>())));
        });
    }
}

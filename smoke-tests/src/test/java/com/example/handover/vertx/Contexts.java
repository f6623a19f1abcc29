package com.example.handover.vertx;

import com.example.handover.Probe;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Work on contexts. */
final class Contexts {
    private Contexts() {}

    static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Runs on a context and waits. */
    static void run(Context context, Runnable work) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        context.runOnContext(v -> {
            work.run();
            done.countDown();
        });
        Probe.await(done);
    }

    /** As each version has it. */
    @SuppressWarnings("unchecked") // a reflective call
    static <T> Future<T> startBlocking(Vertx vertx, Callable<T> code) throws Exception {
        try {
            Method calls = Vertx.class.getMethod("executeBlocking", Callable.class);
            return (Future<T>) calls.invoke(vertx, code);
        } catch (NoSuchMethodException vertx4) {
            Handler<Promise<T>> handler = promise -> {
                try {
                    promise.complete(code.call());
                } catch (Exception e) {
                    promise.fail(e);
                }
            };
            return (Future<T>) Vertx.class.getMethod("executeBlocking", Handler.class).invoke(vertx, handler);
        }
    }

    /** The same within a handler. */
    static <T> Future<T> start(Vertx vertx, Callable<T> code) {
        try {
            return startBlocking(vertx, code);
        } catch (Exception e) {
            return Future.failedFuture(e);
        }
    }

    static <T> T blocking(Vertx vertx, Callable<T> code) throws Exception {
        return get(startBlocking(vertx, code));
    }

    private static Context worker(Vertx vertx) throws Exception {
        Method create = vertx.getClass().getMethod("createWorkerContext");
        create.setAccessible(true);
        return (Context) create.invoke(vertx);
    }

    static void runOnContext(Probe p, Vertx vertx) throws Exception {
        Context context = vertx.getOrCreateContext();
        p.parent("a", () -> run(context, () -> {
            p.mark("a/on the loop");
            context.runOnContext(v -> p.mark("a/again"));
        }));
        run(context, () -> p.mark("alone"));
        p.parent("b", () -> run(context, () -> p.mark("b/on the loop")));
    }

    static void timers(Probe p, Vertx vertx) throws Exception {
        CountDownLatch done = new CountDownLatch(2);
        p.parent("a", () -> {
            vertx.setTimer(20, id -> {
                p.mark("a/timer");
                vertx.setTimer(20, again -> {
                    p.mark("a/timer of the timer");
                    done.countDown();
                });
            });
            long cancelled = vertx.setTimer(60_000, id -> p.mark("a/never"));
            p.note("cancelled", vertx.cancelTimer(cancelled));
            p.note("cancelled again", vertx.cancelTimer(cancelled));
        });
        vertx.setTimer(20, id -> {
            p.mark("alone");
            done.countDown();
        });
        Probe.await(done);
    }

    static void periodic(Probe p, Vertx vertx) throws Exception {
        CountDownLatch twice = new CountDownLatch(2);
        p.parent("a", () -> {
            long id = vertx.setPeriodic(1, tick -> {
                if (twice.getCount() > 0) {
                    p.mark("tick");
                }
                twice.countDown();
            });
            Probe.await(twice);
            vertx.cancelTimer(id);
        });
    }

    static void workerContext(Probe p, Vertx vertx) throws Exception {
        Context context = worker(vertx);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch go = new CountDownLatch(1);
        context.runOnContext(v -> {
            try {
                Probe.await(go);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        CountDownLatch done = new CountDownLatch(3);
        p.parent("a", () -> context.runOnContext(v -> {
            p.mark("a/worker");
            order.add("a");
            done.countDown();
        }));
        context.runOnContext(v -> {
            p.mark("alone");
            order.add("alone");
            done.countDown();
        });
        p.parent("b", () -> context.runOnContext(v -> {
            p.mark("b/worker");
            order.add("b");
            done.countDown();
        }));
        go.countDown();
        Probe.await(done);
        run(context, () -> p.mark("alone at last"));
        p.note("order", order);
    }

    static void executeBlocking(Probe p, Vertx vertx) throws Exception {
        p.parent("a", () -> {
            p.note("answer", blocking(vertx, () -> {
                p.mark("a/blocking");
                return "answer";
            }));
            try {
                blocking(vertx, () -> {
                    throw new IllegalStateException("no answer");
                });
            } catch (ExecutionException e) {
                p.note("thrown", e.getCause());
            }
        });
        p.note("alone", blocking(vertx, () -> {
            p.mark("alone");
            return "alone";
        }));
    }

    /** Tasks of one context are one after the other, and one thread may run those of several requests. */
    static void orderedBlocking(Probe p, Vertx vertx) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> results = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch handed = new CountDownLatch(3);
        Context context = vertx.getOrCreateContext();
        p.parent("a", () -> context.runOnContext(v -> start(p, vertx, "a/first", go, results, handed)));
        context.runOnContext(v -> start(p, vertx, "alone", go, results, handed));
        p.parent("b", () -> context.runOnContext(v -> start(p, vertx, "b/last", go, results, handed)));
        Probe.await(handed);
        go.countDown();
        for (Future<String> result : results) {
            p.note("result " + results.indexOf(result), get(result));
        }
    }

    private static void start(
            Probe p, Vertx vertx, String id, CountDownLatch go, List<Future<String>> results, CountDownLatch handed) {
        try {
            results.add(startBlocking(vertx, () -> {
                Probe.await(go);
                p.mark(id);
                return id;
            }));
            handed.countDown();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

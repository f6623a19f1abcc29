package com.example.handover.vertx;

import static com.example.handover.vertx.Contexts.get;

import com.example.handover.Probe;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What is to be done with a result. */
final class Futures {
    private Futures() {}

    /** Whoever completes the future, and wherever. */
    static void handlers(Probe p, Vertx vertx) throws Exception {
        Context context = vertx.getOrCreateContext();
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Promise<String> promise = Promise.promise();
        Promise<String> failing = Promise.promise();
        p.parent("a", () -> {
            promise.future().onComplete(result -> {
                p.mark("a/complete");
                order.add("a " + result.result());
            });
            promise.future().onSuccess(result -> p.mark("a/success"));
            failing.future().onFailure(cause -> p.mark("a/failure"));
        });
        promise.future().onSuccess(result -> {
            order.add("nobody's");
        });
        p.parent("b", () -> promise.future().onComplete(result -> {
            p.mark("b/complete");
            order.add("b " + result.result());
        }));
        p.parent("c", () -> Contexts.run(context, () -> {
            p.note("first", promise.tryComplete("answer"));
            p.note("second", promise.tryComplete("another"));
            failing.fail(new IllegalStateException("no answer"));
            p.mark("c/completing");
        }));
        p.note("cause", failing.future().cause());
        p.note("order", order);
    }

    /** A promise is a handler that Vert.x knows by its type, which is another in each version. */
    private static void into(Promise<?> promise, Future<?> future) throws ReflectiveOperationException {
        for (String type : List.of("io.vertx.core.Completable", "io.vertx.core.Handler")) {
            try {
                Future.class.getMethod("onComplete", Class.forName(type)).invoke(future, promise);
                return;
            } catch (ClassNotFoundException vertx4) {
                // the other one
            }
        }
    }

    static void chain(Probe p, Vertx vertx) throws Exception {
        Promise<String> start = Promise.promise();
        Promise<Integer> end = Promise.promise();
        p.parent("a", () -> into(end, start.future()
                .map(text -> {
                    p.mark("a/map");
                    return text.length();
                })
                .compose(length -> {
                    p.mark("a/compose");
                    return Contexts.<Integer>start(vertx, () -> {
                        p.mark("a/blocking");
                        throw new IllegalStateException("length " + length);
                    });
                })
                .recover(cause -> {
                    p.mark("a/recover");
                    return Future.failedFuture(cause);
                })
                .otherwise(cause -> {
                    p.mark("a/otherwise");
                    return cause.getMessage().length();
                })));
        p.parent("b", () -> {
            start.complete("four");
            p.note("end", get(end.future()));
        });
    }

    static void completedAlready(Probe p, Vertx vertx) throws Exception {
        CountDownLatch done = new CountDownLatch(2);
        Future<String> future = Future.succeededFuture("at once");
        Promise<String> promise = Promise.promise();
        promise.complete("before");
        p.parent("a", () -> {
            future.onComplete(result -> {
                p.mark("a/succeeded");
                done.countDown();
            });
            promise.future().map(text -> {
                p.mark("a/map");
                return text + '!';
            }).onSuccess(text -> {
                p.note("text", text);
                done.countDown();
            });
        });
        Probe.await(done);
    }

    static void promises(Probe p, Vertx vertx) throws Exception {
        Promise<String> first = Promise.promise();
        Promise<String> second = Promise.promise();
        p.parent("a", () -> {
            into(second, first.future());
            second.future().onComplete(result -> p.mark("a/second"));
        });
        first.complete("answer");
        p.note("answer", get(second.future()));
    }

    /** Vert.x 5 takes a result and a failure apart. */
    static void completable(Probe p, Vertx vertx) throws Exception {
        Promise<String> promise = Promise.promise();
        Class<?> type;
        try {
            type = Class.forName("io.vertx.core.Completable");
        } catch (ClassNotFoundException vertx4) {
            return;
        }
        Object handler = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (method.getName().equals("complete")) {
                p.mark("a/completable");
                p.note("completed with", args[0]);
            }
            return null;
        });
        p.parent("a", () -> Future.class.getMethod("onComplete", type).invoke(promise.future(), handler));
        p.parent("b", () -> promise.complete("answer"));
    }

    /** Never completed. */
    static void dropped(Probe p, Vertx vertx) throws Exception {
        p.parent("a", () -> {
            Promise<String> promise = p.dropped("promise", Promise.promise());
            Object held = p.dropped("held", new Object());
            promise.future().onComplete(result -> p.note("never", held));
            promise.future().map(text -> text + held);
        });
    }
}

package com.example.handover.kotlin;

import com.example.handover.Probe;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Deferred;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;

/** The builders. */
final class Builders {
    private Builders() {}

    /** Runs suspending steps on this thread until they are done. */
    @SafeVarargs
    static <T> T blocking(Steps.Step<CoroutineScope>... steps) throws InterruptedException {
        Function2<CoroutineScope, Continuation<? super T>, Object> block = Steps.of(steps);
        return BuildersKt.runBlocking(EmptyCoroutineContext.INSTANCE, block);
    }

    @SafeVarargs
    static Job start(CoroutineScope scope, CoroutineContext context, Steps.Step<CoroutineScope>... steps) {
        Function2<CoroutineScope, Continuation<? super Unit>, Object> block = Steps.of(steps);
        return BuildersKt.launch(scope, context, CoroutineStart.DEFAULT, block);
    }

    static void join(Job job) throws InterruptedException {
        blocking((self, last) -> job.join(self.then()));
    }

    static Object mark(Probe p, String id) {
        p.mark(id);
        return Unit.INSTANCE;
    }

    static void launch(Probe p) throws Exception {
        p.pool("default", ExecutorsKt.asExecutor(Dispatchers.getDefault()), 2);
        p.parent("a", () -> join(start(
                GlobalScope.INSTANCE,
                Dispatchers.getDefault(),
                (self, last) -> mark(p, "a/started"),
                (self, last) -> DelayKt.delay(5, self.then()),
                (self, last) -> mark(p, "a/resumed"),
                (self, last) -> {
                    start(self.scope(), EmptyCoroutineContext.INSTANCE, (child, none) -> mark(p, "a/child"));
                    return Unit.INSTANCE;
                },
                (self, last) -> DelayKt.delay(5, self.then()),
                (self, last) -> mark(p, "a/resumed again"))));
        join(start(GlobalScope.INSTANCE, Dispatchers.getDefault(), (self, last) -> mark(p, "alone")));
    }

    static void async(Probe p) throws Exception {
        p.parent("a", () -> {
            Function2<CoroutineScope, Continuation<? super String>, Object> block = Steps.of(
                    (self, last) -> DelayKt.delay(1, self.then()),
                    (self, last) -> {
                        p.mark("a/async");
                        return "answer";
                    });
            Deferred<String> deferred =
                    BuildersKt.async(GlobalScope.INSTANCE, Dispatchers.getIO(), CoroutineStart.DEFAULT, block);
            p.note("answer", Builders.<String>blocking((self, last) -> deferred.await(self.then()), (self, last) -> {
                p.mark("a/awaited");
                return last;
            }));
            Function2<CoroutineScope, Continuation<? super String>, Object> broken = Steps.of((self, last) -> {
                throw new IllegalStateException("no answer");
            });
            Deferred<String> failing =
                    BuildersKt.async(GlobalScope.INSTANCE, Dispatchers.getIO(), CoroutineStart.DEFAULT, broken);
            try {
                blocking((self, last) -> failing.await(self.then()));
            } catch (IllegalStateException e) {
                p.note("thrown", e);
            }
        });
    }

    static void withContext(Probe p) throws Exception {
        p.parent("a", () -> blocking(
                (self, last) -> mark(p, "a/before"),
                (self, last) -> BuildersKt.withContext(
                        Dispatchers.getIO(),
                        Steps.of(
                                (inner, none) -> mark(p, "a/io"),
                                (inner, none) -> DelayKt.delay(2, inner.then()),
                                (inner, none) -> BuildersKt.withContext(
                                        Dispatchers.getDefault(),
                                        Steps.of((most, none2) -> mark(p, "a/default")),
                                        inner.then()),
                                (inner, none) -> mark(p, "a/io again")),
                        self.then()),
                (self, last) -> mark(p, "a/after")));
    }

    static void runBlocking(Probe p) throws Exception {
        p.parent("a", () -> {
            blocking((self, last) -> {
                Job first = start(
                        self.scope(),
                        EmptyCoroutineContext.INSTANCE,
                        (child, none) -> DelayKt.delay(3, child.then()),
                        (child, none) -> {
                            p.parent("b", () -> start(
                                    self.scope(), EmptyCoroutineContext.INSTANCE, (c, n) -> mark(p, "b/child")));
                            return mark(p, "a/child");
                        });
                return first.join(self.then());
            }, (self, last) -> mark(p, "a/joined"));
            p.mark("a/after");
        });
        blocking((self, last) -> mark(p, "alone"));
    }

    /** Belongs to who launched it, not to who started it. */
    static void lazy(Probe p) throws Exception {
        Job[] job = new Job[1];
        p.parent("a", () -> {
            Function2<CoroutineScope, Continuation<? super Unit>, Object> block =
                    Steps.of((self, last) -> mark(p, "a/lazy"));
            job[0] = BuildersKt.launch(GlobalScope.INSTANCE, Dispatchers.getDefault(), CoroutineStart.LAZY, block);
        });
        p.parent("b", () -> job[0].start());
        join(job[0]);
    }

    static void cancelled(Probe p) throws Exception {
        p.parent("a", () -> {
            CountDownLatch started = new CountDownLatch(1);
            Function2<CoroutineScope, Continuation<? super String>, Object> block = Steps.of((self, last) -> {
                p.mark("a/started");
                started.countDown();
                return DelayKt.delay(60_000, self.then());
            }, (self, last) -> "never");
            Deferred<String> deferred =
                    BuildersKt.async(GlobalScope.INSTANCE, Dispatchers.getDefault(), CoroutineStart.DEFAULT, block);
            Probe.await(started);
            deferred.cancel(new CancellationException("enough"));
            try {
                blocking((self, last) -> deferred.await(self.then()));
            } catch (CancellationException e) {
                p.note("thrown", e.getMessage());
            }
            p.note("cancelled", deferred.isCancelled());
        });
    }
}

package com.example.handover.kotlin;

import static com.example.handover.kotlin.Builders.join;
import static com.example.handover.kotlin.Builders.mark;
import static com.example.handover.kotlin.Builders.start;

import com.example.handover.Probe;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kotlin.Unit;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineScopeKt;
import kotlinx.coroutines.DelayKt;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.ExecutorsKt;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.YieldKt;

/** Where a coroutine goes on, and who makes it. */
final class Resumes {
    private Resumes() {}

    static void unconfined(Probe p) throws Exception {
        CompletableDeferred<String> signal = CompletableDeferredKt.CompletableDeferred((Job) null);
        Job[] job = new Job[1];
        p.parent("a", () -> job[0] = start(
                GlobalScope.INSTANCE,
                Dispatchers.getUnconfined(),
                (self, last) -> mark(p, "a/started"),
                (self, last) -> signal.await(self.then()),
                (self, last) -> mark(p, "a/" + last)));
        p.parent("b", () -> {
            signal.complete("signalled");
            p.mark("b/after");
        });
        join(job[0]);
    }

    static void resumedByAnother(Probe p) throws Exception {
        CompletableDeferred<String> signal = CompletableDeferredKt.CompletableDeferred((Job) null);
        CoroutineDispatcher io = Dispatchers.getIO();
        CountDownLatch waiting = new CountDownLatch(2);
        Job[] jobs = new Job[2];
        p.parent("a", () -> jobs[0] = start(
                GlobalScope.INSTANCE, io,
                (self, last) -> {
                    waiting.countDown();
                    return signal.await(self.then());
                },
                (self, last) -> mark(p, "a/" + last)));
        jobs[1] = start(
                GlobalScope.INSTANCE, io,
                (self, last) -> {
                    waiting.countDown();
                    return signal.await(self.then());
                },
                (self, last) -> mark(p, "alone"));
        Probe.await(waiting);
        p.parent("b", () -> {
            signal.complete("signalled");
            join(jobs[0]);
            join(jobs[1]);
        });
    }

    static void executorDispatcher(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(2), 2);
        CoroutineDispatcher dispatcher = ExecutorsKt.from((Executor) pool);
        CompletableDeferred<String> signal = CompletableDeferredKt.CompletableDeferred((Job) null);
        CountDownLatch waiting = new CountDownLatch(1);
        Job alone = start(
                GlobalScope.INSTANCE, dispatcher,
                (self, last) -> {
                    waiting.countDown();
                    return signal.await(self.then());
                },
                (self, last) -> mark(p, "alone"));
        Probe.await(waiting);
        p.parent("a", () -> {
            Job job = start(
                    GlobalScope.INSTANCE, dispatcher,
                    (self, last) -> mark(p, "a/started"),
                    (self, last) -> DelayKt.delay(2, self.then()),
                    (self, last) -> mark(p, "a/resumed"),
                    (self, last) -> YieldKt.yield(self.then()),
                    (self, last) -> mark(p, "a/yielded"));
            signal.complete("go");
            join(job);
            join(alone);
        });
    }

    static void limitedParallelism(Probe p) throws Exception {
        CoroutineDispatcher one = Dispatchers.getIO().limitedParallelism(1);
        Job[] jobs = new Job[3];
        CountDownLatch go = new CountDownLatch(1);
        start(GlobalScope.INSTANCE, one, (self, last) -> {
            Probe.await(go);
            return Unit.INSTANCE;
        });
        p.parent("a", () -> jobs[0] = start(GlobalScope.INSTANCE, one, (self, last) -> mark(p, "a/one")));
        jobs[1] = start(GlobalScope.INSTANCE, one, (self, last) -> mark(p, "alone"));
        p.parent("b", () -> jobs[2] = start(GlobalScope.INSTANCE, one, (self, last) -> mark(p, "b/one")));
        go.countDown();
        for (Job job : jobs) {
            join(job);
        }
    }

    static void dispatcherAsExecutor(Probe p) throws Exception {
        Executor executor = p.pool("io", ExecutorsKt.asExecutor(Dispatchers.getIO()), 2);
        CountDownLatch done = new CountDownLatch(2);
        p.parent("a", () -> executor.execute(() -> {
            p.mark("a/task");
            done.countDown();
        }));
        executor.execute(() -> {
            p.mark("alone");
            done.countDown();
        });
        Probe.await(done);
    }

    /** A scope that was made within one parent, and is used by others. */
    static void storedScope(Probe p) throws Exception {
        CoroutineScope[] stored = new CoroutineScope[1];
        p.parent("a", () -> join(start(GlobalScope.INSTANCE, Dispatchers.getDefault(), (self, last) -> {
            stored[0] = CoroutineScopeKt.CoroutineScope(self.scope().getCoroutineContext().minusKey(Job.Key));
            return Unit.INSTANCE;
        })));
        join(start(stored[0], Dispatchers.getIO(), (self, last) -> mark(p, "alone")));
        p.parent("b", () -> join(start(stored[0], Dispatchers.getIO(), (self, last) -> mark(p, "b/launched"))));
        stored[0] = null;
    }

    /** Suspended for good, and forgotten. */
    static void dropped(Probe p) throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        p.parent("a", () -> {
            CompletableDeferred<String> signal =
                    p.dropped("signal", CompletableDeferredKt.CompletableDeferred((Job) null));
            start(
                    GlobalScope.INSTANCE, Dispatchers.getDefault(),
                    (self, last) -> {
                        waiting.countDown();
                        return signal.await(self.then());
                    },
                    (self, last) -> mark(p, "a/never"));
            Probe.await(waiting);
        });
    }
}

package com.example.handover.guava;

import com.example.handover.Probe;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListenableFutureTask;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.ListeningScheduledExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Tasks that are futures. */
final class Submitting {
    private Submitting() {}

    static void decoratedPool(Probe p) throws Exception {
        ListeningScheduledExecutorService pool =
                p.pool("pool", MoreExecutors.listeningDecorator(Executors.newScheduledThreadPool(2)), 2);
        p.parent("a", () -> {
            ListenableFuture<String> future = pool.submit(() -> {
                p.mark("a/callable");
                return "answer";
            });
            p.note("answer", future.get());
            p.note("result", pool.submit(() -> p.mark("a/runnable"), "given").get());
            pool.execute(() -> p.mark("a/raw"));
            p.note("scheduled", pool.schedule(() -> {
                p.mark("a/scheduled");
                return "later";
            }, 1, TimeUnit.MILLISECONDS).get());
            try {
                pool.submit(() -> {
                    throw new IllegalStateException("no answer");
                }).get();
            } catch (ExecutionException e) {
                p.note("thrown", e.getCause());
            }
        });
        pool.submit(() -> p.mark("alone")).get();
    }

    /** An executor of the application's own: its threads know nothing. */
    private static final class Threads extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            new Thread(task).start();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }

    static void decoratedThreads(Probe p) throws Exception {
        ListeningExecutorService threads = MoreExecutors.listeningDecorator(new Threads());
        p.parent("a", () -> p.note("answer", threads.submit(() -> {
            p.mark("a/callable");
            return "answer";
        }).get()));
        threads.submit(() -> p.mark("alone")).get();
    }

    static void submitAsync(Probe p) throws Exception {
        Threads threads = new Threads();
        p.parent("a", () -> p.note("answer", Futures.submitAsync(() -> {
            p.mark("a/async");
            return Futures.immediateFuture("answer");
        }, threads).get()));
    }

    static void listenableTask(Probe p) throws Exception {
        List<ListenableFutureTask<String>> tasks = new ArrayList<>();
        CountDownLatch heard = new CountDownLatch(1);
        p.parent("a", () -> tasks.add(ListenableFutureTask.create(() -> {
            p.mark("a/task");
            return "answer";
        })));
        p.parent("b", () -> tasks.get(0).addListener(() -> {
            p.mark("b/listener");
            heard.countDown();
        }, MoreExecutors.directExecutor()));
        Thread thread = new Thread(tasks.get(0));
        thread.start();
        Probe.await(heard);
        p.note("answer", tasks.get(0).get());
    }

    /** One thread empties the queue for all. */
    static void sequential(Probe p) throws Exception {
        Executor pool = p.pool("pool", Executors.newSingleThreadExecutor(), 1);
        Executor sequential = p.pool("sequential", MoreExecutors.newSequentialExecutor(pool), 1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(3);
        p.parent("a", () -> sequential.execute(() -> {
            try {
                Probe.await(go);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            step(p, "a/first", order, done);
        }));
        sequential.execute(() -> step(p, "alone", order, done));
        p.parent("b", () -> sequential.execute(() -> step(p, "b/last", order, done)));
        go.countDown();
        Probe.await(done);
        p.note("order", order);
    }

    private static void step(Probe p, String id, List<String> order, CountDownLatch done) {
        p.mark(id);
        order.add(id);
        done.countDown();
    }
}

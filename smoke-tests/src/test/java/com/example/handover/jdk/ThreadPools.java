package com.example.handover.jdk;

import com.example.handover.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Pools of threads, by {@code submit} and its kind. */
final class ThreadPools {
    private ThreadPools() {}

    static ThreadPoolExecutor pool(int threads) {
        return new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    static void submit(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(2), 2);
        p.parent("a", () -> {
            Future<String> future = pool.submit(() -> {
                p.mark("a/callable");
                return "answer";
            });
            p.note("answer", future.get());
            pool.submit(() -> p.mark("a/runnable")).get();
            p.note("given", pool.submit(() -> p.mark("a/with-result"), "given").get());
        });
        pool.submit(() -> p.mark("alone")).get();
    }

    static void parentsDoNotMix(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(2), 2);
        List<Future<?>> all = new ArrayList<>();
        for (String parent : List.of("a", "b", "c")) {
            for (int i = 0; i < 5; i++) {
                String id = parent + '/' + i;
                p.parent(parent + i, () -> all.add(pool.submit(() -> p.mark(id.replace("/", id.charAt(2) + "/")))));
            }
        }
        for (Future<?> one : all) {
            one.get();
        }
    }

    static void invokeAllAndAny(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(2), 2);
        p.parent("a", () -> {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int n = i;
                tasks.add(() -> {
                    p.mark("a/all-" + n);
                    return n;
                });
            }
            int sum = 0;
            for (Future<Integer> one : pool.invokeAll(tasks)) {
                sum += one.get();
            }
            p.note("sum", sum);
            p.note("any", pool.invokeAny(List.of(() -> {
                p.mark("a/any");
                return "any";
            })));
        });
    }

    static void completionService(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(1), 1);
        ExecutorCompletionService<String> service = new ExecutorCompletionService<>(pool);
        p.parent("a", () -> {
            Future<String> submitted = service.submit(() -> {
                p.mark("a/1");
                return "one";
            });
            Future<String> taken = service.take();
            p.note("same future", taken == submitted);
            p.note("class", taken.getClass().getName());
            p.note("answer", taken.get());
        });
    }

    static void exceptionsAreTheirOwn(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", pool(1), 1);
        IllegalStateException mine = new IllegalStateException("mine");
        p.parent("a", () -> {
            Future<?> future = pool.submit(() -> {
                p.mark("a/1");
                throw mine;
            });
            try {
                future.get();
            } catch (ExecutionException e) {
                p.note("cause is mine", e.getCause() == mine);
                p.note("suppressed", mine.getSuppressed().length);
            }
        });
    }

    static void cancelledAndInterrupted(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", pool(1), 1);
        p.parent("a", () -> {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch interrupted = new CountDownLatch(1);
            Future<?> runs = pool.submit(() -> {
                p.mark("a/1");
                running.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    p.note("interrupted", true);
                    p.mark("a/2");
                    interrupted.countDown();
                }
            });
            Future<?> waits = pool.submit(() -> p.mark("never"));
            p.dropped("the dropped task", waits);
            Probe.await(running);
            p.note("cancelled waiting", waits.cancel(false));
            p.note("cancelled running", runs.cancel(true));
            Probe.await(interrupted);
            p.note("state", runs.isCancelled() + " " + waits.isCancelled());
        });
        pool.purge();
    }

    /** The task's own class, made by the pool's own subclass. */
    static void ownKindOfTask(Probe p) throws Exception {
        final class Numbered<T> extends FutureTask<T> {
            Numbered(Callable<T> task) {
                super(task);
            }
        }
        AtomicReference<Object> before = new AtomicReference<>();
        AtomicReference<Object> after = new AtomicReference<>();
        ThreadPoolExecutor pool = p.pool("pool", new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
                return new Numbered<>(task);
            }

            @Override
            protected void beforeExecute(Thread thread, Runnable task) {
                before.set(task);
            }

            @Override
            protected void afterExecute(Runnable task, Throwable thrown) {
                after.set(task);
            }
        }, 1);
        p.parent("a", () -> {
            Future<Object> future = pool.submit((Callable<Object>) () -> {
                p.mark("a/1");
                return "x";
            });
            p.note("answer", future.get());
            p.note("class", future.getClass().getSimpleName());
            p.note("before sees it", before.get() == future);
        });
        pool.submit(() -> "wait").get();
    }

    /** What is submitted in the end of a parent runs when that is over. */
    static void parentIsOver(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", pool(1), 1);
        CountDownLatch over = new CountDownLatch(1);
        List<Future<?>> late = new ArrayList<>();
        p.parent("a", () -> late.add(pool.submit(() -> {
            Probe.await(over);
            p.mark("a/late");
            return null;
        })));
        over.countDown();
        late.get(0).get();
    }

    /** A task that submits itself again and again; the JVM hands on no longer than a second after the end. */
    static void submitsItselfForEver(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", pool(1), 1);
        CountDownLatch done = new CountDownLatch(1);
        long[] until = new long[1];
        class Again implements Runnable {
            @Override
            public void run() {
                if (until[0] == 0 || System.nanoTime() < until[0]) {
                    pool.submit(this);
                    return;
                }
                pool.execute(() -> {
                    p.mark("root-after-a-while");
                    done.countDown();
                });
            }
        }
        p.parent("a", () -> pool.submit(new Again()));
        until[0] = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1500);
        Probe.await(done);
    }

    /** What serves all requests belongs to none, although one came first. */
    static void housekeeper(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", pool(1), 1);
        p.parent("a", () -> {
            pool.submit(new com.zaxxer.hikari.pool.StandIn(() -> p.mark("submitted"))).get();
            CountDownLatch done = new CountDownLatch(1);
            pool.execute(new com.zaxxer.hikari.pool.StandIn(() -> {
                p.mark("executed");
                done.countDown();
            }));
            Probe.await(done);
        });
    }
}

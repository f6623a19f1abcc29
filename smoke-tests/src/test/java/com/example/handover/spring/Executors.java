package com.example.handover.spring;

import com.example.handover.Probe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledFuture;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;

/** The executors as such. */
final class Executors {
    private Executors() {}

    private record Named(Probe p, String id, CountDownLatch done) implements Runnable {
        @Override
        public void run() {
            p.mark(id);
            done.countDown();
        }
    }

    private static void use(Probe p, AsyncTaskExecutor executor) throws Exception {
        CountDownLatch done = new CountDownLatch(3);
        p.parent("a", () -> {
            executor.execute(() -> {
                p.mark("a/lambda");
                done.countDown();
            });
            executor.execute(new Named(p, "a/named", done));
            p.note("answer", executor.submit(() -> {
                p.mark("a/callable");
                return "answer";
            }).get());
            try {
                executor.submit(() -> {
                    throw new IllegalStateException("no answer");
                }).get();
            } catch (ExecutionException e) {
                p.note("thrown", e.getCause());
            }
        });
        executor.execute(new Named(p, "alone", done));
        Probe.await(done);
    }

    private static ThreadPoolTaskExecutor poolOf(int threads) {
        ThreadPoolTaskExecutor executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(threads);
        return executor;
    }

    static void pool(Probe p) throws Exception {
        ThreadPoolTaskExecutor executor = poolOf(2);
        executor.initialize();
        p.pool("pool", executor.getThreadPoolExecutor(), 2);
        use(p, executor);
    }

    /** The decorator sees the application's own task. */
    static void decoratedPool(Probe p) throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        ThreadPoolTaskExecutor executor = poolOf(1);
        executor.setTaskDecorator(task -> {
            if (task instanceof Named) {
                seen.add(((Named) task).id());
            }
            return () -> task.run();
        });
        executor.initialize();
        p.pool("pool", executor.getThreadPoolExecutor(), 1);
        use(p, executor);
        p.note("decorated", seen);
    }

    static void simple(Probe p) throws Exception {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("simple-");
        use(p, executor);
    }

    static void limited(Probe p) throws Exception {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("limited-");
        executor.setConcurrencyLimit(1);
        use(p, executor);
    }

    static void concurrent(Probe p) throws Exception {
        use(p, new ConcurrentTaskExecutor(p.pool("pool", java.util.concurrent.Executors.newFixedThreadPool(2), 2)));
    }

    static void scheduler(Probe p) throws Exception {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(2);
        scheduler.initialize();
        p.pool("pool", scheduler.getScheduledThreadPoolExecutor(), 2);
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch ticks = new CountDownLatch(2);
        p.parent("a", () -> {
            scheduler.schedule(new Named(p, "a/once", done), Instant.now());
            ScheduledFuture<?> periodic = scheduler.scheduleAtFixedRate(() -> {
                if (ticks.getCount() > 0) {
                    p.mark("tick");
                }
                ticks.countDown();
            }, Duration.ofMillis(1));
            Probe.await(ticks);
            periodic.cancel(false);
        });
        Probe.await(done);
    }

    /** Submits itself again and again. */
    static void trigger(Probe p) throws Exception {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.initialize();
        p.pool("pool", scheduler.getScheduledThreadPoolExecutor(), 1);
        CountDownLatch twice = new CountDownLatch(2);
        List<ScheduledFuture<?>> triggered = new ArrayList<>();
        p.parent("a", () -> triggered.add(scheduler.schedule(() -> {
            if (twice.getCount() > 0) {
                p.mark("tick");
            }
            twice.countDown();
        }, new CronTrigger("* * * * * *"))));
        Probe.await(twice);
        triggered.get(0).cancel(false);
    }
}

package com.example.handover.jdk;

import com.example.handover.Probe;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Work for later. */
final class Timed {
    private Timed() {}

    static void scheduledOnce(Probe p) throws Exception {
        ScheduledThreadPoolExecutor pool = p.pool("pool", new ScheduledThreadPoolExecutor(1), 1);
        p.parent("a", () -> {
            ScheduledFuture<String> callable = pool.schedule(() -> {
                p.mark("a/callable");
                return "x";
            }, 1, TimeUnit.MILLISECONDS);
            p.note("answer", callable.get());
            pool.schedule(() -> p.mark("a/runnable"), 1, TimeUnit.MILLISECONDS).get();
            pool.submit(() -> p.mark("a/submitted")).get();
            CountDownLatch done = new CountDownLatch(1);
            pool.execute(() -> {
                p.mark("a/executed");
                done.countDown();
            });
            Probe.await(done);
        });
    }

    /** Belongs to nobody. */
    static void scheduledForEver(Probe p) throws Exception {
        ScheduledThreadPoolExecutor pool = p.pool("pool", new ScheduledThreadPoolExecutor(1), 1);
        CountDownLatch ran = new CountDownLatch(2);
        AtomicReference<ScheduledFuture<?>> rate = new AtomicReference<>();
        AtomicReference<ScheduledFuture<?>> delay = new AtomicReference<>();
        p.parent("a", () -> {
            rate.set(pool.scheduleAtFixedRate(once(p, "rate", ran), 1, 1, TimeUnit.MILLISECONDS));
            delay.set(pool.scheduleWithFixedDelay(once(p, "delay", ran), 1, 1, TimeUnit.MILLISECONDS));
            p.mark("a/still");
        });
        Probe.await(ran);
        p.note("cancelled", rate.get().cancel(false) + " " + delay.get().cancel(false));
    }

    private static Runnable once(Probe p, String mark, CountDownLatch ran) {
        return new Runnable() {
            private boolean did;

            @Override
            public void run() {
                if (!did) {
                    did = true;
                    p.mark(mark);
                    ran.countDown();
                }
            }
        };
    }

    static void decorated(Probe p) throws Exception {
        AtomicReference<Object> decorated = new AtomicReference<>();
        Runnable task = () -> p.mark("a/1");
        ScheduledThreadPoolExecutor pool = p.pool("pool", new ScheduledThreadPoolExecutor(1) {
            @Override
            protected <V> RunnableScheduledFuture<V> decorateTask(Runnable runnable, RunnableScheduledFuture<V> future) {
                decorated.compareAndSet(null, runnable);
                return future;
            }
        }, 1);
        p.parent("a", () -> pool.schedule(task, 0, TimeUnit.MILLISECONDS).get());
        p.note("decorator sees the task", decorated.get() == task);
    }

    static void cancelled(Probe p) throws Exception {
        ScheduledThreadPoolExecutor pool = p.pool("pool", new ScheduledThreadPoolExecutor(1), 1);
        pool.setRemoveOnCancelPolicy(true);
        p.parent("a", () -> {
            ScheduledFuture<?> later = pool.schedule(() -> p.mark("never"), 1, TimeUnit.HOURS);
            p.dropped("the cancelled task", later);
            p.note("waits for an hour", later.getDelay(TimeUnit.MINUTES) > 50 && later.compareTo((Delayed) later) == 0);
            p.note("cancelled", later.cancel(false));
        });
        p.note("queue", pool.getQueue().size());
    }

    static void timer(Probe p) throws Exception {
        Timer timer = new Timer(true);
        CountDownLatch done = new CountDownLatch(2);
        p.parent("a", () -> {
            TimerTask once = task(() -> {
                p.mark("a/once");
                done.countDown();
            });
            timer.schedule(once, 1);
            TimerTask periodic = task(null);
            TimerTask[] self = {periodic};
            TimerTask again = task(() -> {
                self[0].cancel();
                p.mark("periodic");
                done.countDown();
            });
            self[0] = again;
            timer.schedule(again, 1, 1);
            TimerTask dropped = p.dropped("the cancelled task", task(() -> p.mark("never")));
            timer.schedule(dropped, TimeUnit.HOURS.toMillis(1));
            p.note("cancelled", dropped.cancel() + " " + (timer.purge() > 0));
            Probe.await(done);
        });
        CountDownLatch after = new CountDownLatch(1);
        timer.schedule(task(() -> {
            p.mark("alone");
            after.countDown();
        }), 0);
        Probe.await(after);
        timer.cancel();
    }

    private static TimerTask task(Runnable work) {
        return new TimerTask() {
            @Override
            public void run() {
                work.run();
            }
        };
    }
}

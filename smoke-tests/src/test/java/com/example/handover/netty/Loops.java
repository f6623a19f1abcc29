package com.example.handover.netty;

import com.example.handover.Probe;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import io.netty.util.concurrent.SingleThreadEventExecutor;
import io.netty.util.concurrent.UnorderedThreadPoolEventExecutor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Tasks on event loops. */
final class Loops {
    private Loops() {}

    /** A task that knows itself. */
    static final class Named implements Runnable {
        private final Probe p;
        private final String id;
        final CountDownLatch done = new CountDownLatch(1);

        Named(Probe p, String id) {
            this.p = p;
            this.id = id;
        }

        @Override
        public void run() {
            p.mark(id);
            done.countDown();
        }
    }

    static void execute(Probe p) throws Exception {
        EventLoopGroup group = p.pool("loop", new NioEventLoopGroup(1), 1);
        CountDownLatch done = new CountDownLatch(3);
        // else it is chance whether the loop is faster than whoever hands it the next
        CountDownLatch handed = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Named named = new Named(p, "a/named");
        p.parent("a", () -> {
            EventExecutor loop = group.next();
            loop.execute(() -> {
                try {
                    Probe.await(handed);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                p.mark("a/lambda");
                order.add("lambda");
                loop.execute(() -> {
                    p.mark("a/from the loop");
                    order.add("from the loop");
                    done.countDown();
                });
                done.countDown();
            });
            loop.execute(new Runnable() {
                @Override
                public void run() {
                    p.mark("a/anonymous");
                    order.add("anonymous");
                    done.countDown();
                }
            });
            loop.execute(named);
            handed.countDown();
        });
        Probe.await(done);
        Probe.await(named.done);
        Named alone = new Named(p, "alone");
        group.execute(alone);
        Probe.await(alone.done);
        p.note("order", order);
    }

    static void submit(Probe p) throws Exception {
        results(p, new NioEventLoopGroup(1));
    }

    private static void results(Probe p, EventExecutorGroup group) throws Exception {
        p.pool("loop", group, 1);
        p.parent("a", () -> {
            p.note("callable", group.submit(() -> {
                p.mark("a/callable");
                return "answer";
            }).get());
            p.note("runnable", group.submit(new Named(p, "a/runnable")).get());
            p.note("result", group.submit(new Named(p, "a/result"), "given").get());
            Future<String> failed = group.submit((Callable<String>) () -> {
                p.mark("a/failed");
                throw new IllegalStateException("no answer");
            });
            try {
                failed.get();
            } catch (ExecutionException e) {
                p.note("thrown", e.getCause());
            }
            p.note("scheduled", group.schedule(() -> {
                p.mark("a/scheduled callable");
                return "later";
            }, 1, TimeUnit.MILLISECONDS).get());
            p.note("scheduled runnable", group.schedule(new Named(p, "a/scheduled"), 1, TimeUnit.MILLISECONDS).get());
        });
        group.submit(() -> p.mark("alone")).get();
    }

    static void schedule(Probe p) throws Exception {
        EventLoopGroup group = p.pool("loop", new NioEventLoopGroup(2), 2);
        p.parent("a", () -> {
            ScheduledFuture<?> cancelled = group.schedule(() -> p.mark("a/never"), 1, TimeUnit.HOURS);
            p.note("cancelled", cancelled.cancel(false));
            group.schedule(() -> {
                p.mark("a/later");
                return group.schedule(() -> p.mark("a/later still"), 1, TimeUnit.MILLISECONDS);
            }, 1, TimeUnit.MILLISECONDS).get().get();
        });
    }

    static void periodic(Probe p) throws Exception {
        EventLoopGroup group = p.pool("loop", new NioEventLoopGroup(1), 1);
        CountDownLatch twice = new CountDownLatch(2);
        CountDownLatch again = new CountDownLatch(2);
        p.parent("a", () -> {
            ScheduledFuture<?> rate = group.scheduleAtFixedRate(() -> tick(p, "rate", twice), 0, 1, TimeUnit.MILLISECONDS);
            Probe.await(twice);
            rate.cancel(false);
            ScheduledFuture<?> delay =
                    group.scheduleWithFixedDelay(() -> tick(p, "delay", again), 0, 1, TimeUnit.MILLISECONDS);
            Probe.await(again);
            delay.cancel(false);
            p.mark("a/after");
        });
    }

    private static void tick(Probe p, String id, CountDownLatch left) {
        if (left.getCount() > 0) {
            p.mark(id);
        }
        left.countDown();
    }

    static void defaultExecutor(Probe p) throws Exception {
        results(p, new DefaultEventExecutorGroup(1));
    }

    static void unordered(Probe p) throws Exception {
        UnorderedThreadPoolEventExecutor executor = new UnorderedThreadPoolEventExecutor(1);
        results(p, executor);
    }

    static void global(Probe p) throws Exception {
        Named named = new Named(p, "a/named");
        p.parent("a", () -> {
            GlobalEventExecutor.INSTANCE.execute(named);
            p.note("callable", GlobalEventExecutor.INSTANCE.submit(() -> {
                p.mark("a/callable");
                return "answer";
            }).get());
        });
        Probe.await(named.done);
        GlobalEventExecutor.INSTANCE.submit(() -> p.mark("alone")).get();
    }

    /** The thread of the loop is a pool's, and starts with a request's first task. */
    static void loopOnAPool(Probe p) throws Exception {
        EventLoopGroup group = p.pool("loop", new NioEventLoopGroup(1, p.pool("pool", Executors.newCachedThreadPool(), 1)), 1);
        Named first = new Named(p, "a/first");
        p.parent("a", () -> group.execute(first));
        Probe.await(first.done);
        Named second = new Named(p, "b/second");
        p.parent("b", () -> group.execute(second));
        Probe.await(second.done);
        Named alone = new Named(p, "alone");
        group.execute(alone);
        Probe.await(alone.done);
    }

    static void rejected(Probe p) throws Exception {
        List<Runnable> seen = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        EventExecutorGroup group = new DefaultEventExecutorGroup(
                1, new DefaultThreadFactory("full"), 16, (task, executor) -> seen.add(task));
        EventExecutor executor = group.next();
        List<Named> tasks = new ArrayList<>();
        p.parent("a", () -> {
            CountDownLatch busy = new CountDownLatch(1);
            executor.execute(() -> {
                busy.countDown();
                try {
                    Probe.await(go);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            Probe.await(busy);
            for (int i = 0; i < 18; i++) {
                tasks.add(new Named(p, "a/" + i));
                executor.execute(tasks.get(i));
            }
        });
        p.note("rejected", seen.size());
        for (Runnable rejected : seen) {
            p.note("rejected " + tasks.indexOf(rejected), rejected.getClass());
            tasks.remove(rejected);
        }
        go.countDown();
        for (Named task : tasks) {
            Probe.await(task.done);
        }
        group.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
        p.parent("b", () -> {
            try {
                new NioEventLoopGroup(1).next().shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();
                executor.execute(() -> p.mark("b/never"));
            } catch (RejectedExecutionException e) {
                p.note("shut down", e.getMessage());
            }
        });
        p.note("rejected at last", seen.size());
        seen.clear();
    }

    /** A loop of the application's own, that takes tasks back. */
    private static final class Own extends SingleThreadEventExecutor {
        Own() {
            super(null, new DefaultThreadFactory("own"), true);
        }

        @Override
        protected void run() {
            do {
                Runnable task = takeTask();
                if (task != null) {
                    task.run();
                    updateLastExecutionTime();
                }
            } while (!confirmShutdown());
        }

        boolean takeBack(Runnable task) {
            return removeTask(task);
        }
    }

    static void removedTask(Probe p) throws Exception {
        Own own = p.pool("own", new Own(), 1);
        CountDownLatch go = new CountDownLatch(1);
        own.execute(() -> {
            try {
                Probe.await(go);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Named first = new Named(p, "a/first");
        Named second = p.dropped("second", new Named(p, "a/second"));
        Named third = new Named(p, "a/third");
        p.parent("a", () -> {
            own.execute(first);
            own.execute(second);
            own.execute(third);
            p.note("taken back", own.takeBack(second));
            p.note("taken back again", own.takeBack(second));
        });
        go.countDown();
        Probe.await(first.done);
        Probe.await(third.done);
    }

    static void droppedTimeout(Probe p) throws Exception {
        EventLoopGroup group = p.pool("loop", new NioEventLoopGroup(1), 1);
        p.parent("a", () -> {
            Named timeout = p.dropped("timeout", new Named(p, "a/never"));
            group.schedule(timeout, 1, TimeUnit.HOURS).cancel(false);
        });
        group.submit(() -> p.mark("alone")).get();
    }
}

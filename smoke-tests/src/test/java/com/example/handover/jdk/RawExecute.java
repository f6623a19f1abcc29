package com.example.handover.jdk;

import com.example.handover.Probe;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Pools of threads, by {@code execute} alone: the application's own task is in the queue, and everybody may look at it. */
final class RawExecute {
    private RawExecute() {}

    /** A task with a name and a rank. */
    private static final class Ranked implements Runnable {
        final int rank;
        private final Probe.Work work;

        Ranked(int rank, Probe.Work work) {
            this.rank = rank;
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void namedAnonymousAndLambda(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", ThreadPools.pool(2), 2);
        CountDownLatch done = new CountDownLatch(3);
        p.parent("a", () -> {
            pool.execute(new Ranked(1, () -> {
                p.mark("a/named");
                done.countDown();
            }));
            pool.execute(new Runnable() {
                @Override
                public void run() {
                    p.mark("a/anonymous");
                    p.note("own class", getClass().getName());
                    done.countDown();
                }
            });
            pool.execute(() -> {
                p.mark("a/lambda");
                done.countDown();
            });
            Probe.await(done);
        });
    }

    /** A pool of one's own kind, with an order: comparator, queue and both ends of the run see the very tasks. */
    static void priorityPool(Probe p) throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Comparator<Runnable> byRank = (one, other) -> {
            if (!(one instanceof Ranked) || !(other instanceof Ranked)) {
                seen.add("a stranger: " + one + " " + other);
            }
            return Integer.compare(((Ranked) one).rank, ((Ranked) other).rank);
        };
        CountDownLatch done = new CountDownLatch(5);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new PriorityBlockingQueue<>(11, byRank)) {
            @Override
            protected void beforeExecute(Thread thread, Runnable task) {
                seen.add("before " + ((Ranked) task).rank);
            }

            @Override
            protected void afterExecute(Runnable task, Throwable thrown) {
                seen.add("after " + ((Ranked) task).rank + ' ' + thrown);
                done.countDown();
            }
        };
        CountDownLatch go = new CountDownLatch(1);
        p.parent("first", () -> pool.execute(new Ranked(0, () -> Probe.await(go))));
        List<Ranked> tasks = new ArrayList<>();
        for (int rank : new int[] {3, 1, 4, 2}) {
            p.parent("p" + rank, () -> {
                Ranked task = new Ranked(rank, () -> p.mark("p" + rank + "/" + rank));
                tasks.add(task);
                pool.execute(task);
            });
        }
        p.note("queue holds them", pool.getQueue().containsAll(tasks) && pool.getQueue().size() == 4);
        p.note("first in line", ((Ranked) pool.getQueue().peek()).rank);
        go.countDown();
        Probe.await(done);
        p.note("seen", seen);
        pool.shutdown();
        p.note("ended", pool.awaitTermination(10, TimeUnit.SECONDS));
    }

    static void removedTasks(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", ThreadPools.pool(1), 1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Runnable kept = new Ranked(1, () -> {
            p.mark("b/second-life");
            done.countDown();
        });
        p.parent("a", () -> {
            pool.execute(() -> {
                try {
                    Probe.await(go);
                } catch (InterruptedException e) {
                    p.note("interrupted", e);
                }
            });
            Runnable dropped = p.dropped("the removed task", new Ranked(2, () -> p.mark("never")));
            Runnable lambda = () -> p.mark("never");
            pool.execute(kept);
            pool.execute(dropped);
            pool.execute(lambda);
            p.note("queue", pool.getQueue().contains(kept) + " " + pool.getQueue().contains(lambda));
            p.note("removed", pool.remove(kept) + " " + pool.remove(dropped) + " " + pool.remove(lambda) + " "
                    + pool.remove(lambda));
            p.note("left", pool.getQueue().size());
        });
        // what was taken back and is handed over by another belongs to that one
        p.parent("b", () -> pool.execute(kept));
        go.countDown();
        Probe.await(done);
    }

    static void droppedByHand(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", ThreadPools.pool(1), 1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        p.parent("a", () -> {
            pool.execute(() -> {
                running.countDown();
                try {
                    Probe.await(go);
                } catch (InterruptedException e) {
                    p.note("interrupted", e);
                }
            });
            Probe.await(running);
            for (int i = 0; i < 100; i++) {
                Runnable task = new Ranked(i, () -> p.mark("never"));
                if (i % 10 == 0) {
                    p.dropped("task " + i, task);
                }
                pool.execute(task);
            }
            pool.getQueue().clear();
        });
        go.countDown();
    }

    static void shutDownNow(Probe p) throws Exception {
        ThreadPoolExecutor pool = ThreadPools.pool(1);
        ThreadPoolExecutor other = p.pool("other", ThreadPools.pool(1), 1);
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);
        List<Runnable> tasks = List.of(
                new Ranked(0, () -> {
                    p.mark("b/0");
                    done.countDown();
                }),
                () -> {
                    p.mark("b/1");
                    done.countDown();
                });
        p.parent("a", () -> {
            pool.execute(() -> {
                running.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    p.mark("a/interrupted");
                }
            });
            Probe.await(running);
            tasks.forEach(pool::execute);
            List<Runnable> left = pool.shutdownNow();
            p.note("the same tasks", left.get(0) == tasks.get(0) && left.get(1) == tasks.get(1) && left.size() == 2);
            p.note("ended", pool.awaitTermination(10, TimeUnit.SECONDS));
        });
        p.parent("b", () -> tasks.forEach(other::execute));
        Probe.await(done);
    }

    static void rejected(Probe p) throws Exception {
        CountDownLatch turnedAway = new CountDownLatch(1);
        List<RejectedExecutionHandler> handlers = List.of(
                new ThreadPoolExecutor.AbortPolicy(),
                new ThreadPoolExecutor.CallerRunsPolicy(),
                new ThreadPoolExecutor.DiscardPolicy(),
                new ThreadPoolExecutor.DiscardOldestPolicy(),
                (task, pool) -> {
                    p.note("own handler sees", task.getClass().getSimpleName());
                    turnedAway.countDown();
                    try {
                        pool.getQueue().put(task);
                    } catch (InterruptedException e) {
                        throw new RejectedExecutionException(e);
                    }
                });
        for (int i = 0; i < handlers.size(); i++) {
            ThreadPoolExecutor pool = new ThreadPoolExecutor(
                    1, 1, 0, TimeUnit.SECONDS, i < 3 ? new SynchronousQueue<>() : new LinkedBlockingQueue<>(1), handlers.get(i));
            reject(p, pool, "h" + i, i == 4 ? turnedAway : new CountDownLatch(1));
            pool.shutdown();
            p.note("ended " + i, pool.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    private static void reject(Probe p, ThreadPoolExecutor pool, String name, CountDownLatch go) throws Exception {
        Runnable busy = () -> {
            try {
                Probe.await(go);
            } catch (InterruptedException e) {
                p.note("interrupted", e);
            }
        };
        pool.execute(busy);
        String[] where = new String[1];
        Ranked task = new Ranked(1, () -> {
            String by = where[0];
            p.mark(by + "/run");
        });
        where[0] = name;
        p.parent(name, () -> {
            if (!(pool.getQueue() instanceof SynchronousQueue)) {
                pool.execute(new Ranked(0, () -> p.note("the oldest of " + name + " runs", true)));
            }
            try {
                pool.execute(task);
            } catch (RejectedExecutionException e) {
                p.note("rejected by " + name, e.getMessage().contains("Ranked"));
            }
        });
        go.countDown();
        // the same task once more, by another: it must not find what was meant for the first time
        if (pool.getQueue() instanceof SynchronousQueue) {
            ThreadPoolExecutor other = ThreadPools.pool(1);
            where[0] = name + "-again";
            p.parent(name + "-again", () -> other.execute(task));
            other.shutdown();
            p.note("again " + name, other.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    /** One task object, handed over by two at once: each run is one of theirs. */
    static void sameTaskTwice(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", ThreadPools.pool(2), 2);
        CyclicBarrier both = new CyclicBarrier(2);
        CountDownLatch done = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        Runnable task = new Ranked(1, () -> {
            p.mark("a+b/one");
            both.await();
            done.countDown();
        });
        CountDownLatch busy = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            pool.execute(() -> {
                busy.countDown();
                try {
                    Probe.await(go);
                } catch (InterruptedException e) {
                    p.note("interrupted", e);
                }
            });
        }
        Probe.await(busy);
        p.parent("a", () -> pool.execute(task));
        p.parent("b", () -> pool.execute(task));
        go.countDown();
        Probe.await(done);
    }

    /** An exception kills the worker; the next one knows nothing of it. */
    static void throwingTask(Probe p) throws Exception {
        List<Throwable> uncaught = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch died = new CountDownLatch(1);
        ThreadPoolExecutor pool = p.pool("pool", new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work);
                    thread.setUncaughtExceptionHandler((t, e) -> {
                        uncaught.add(e);
                        died.countDown();
                    });
                    return thread;
                }), 1);
        IllegalStateException mine = new IllegalStateException("mine");
        p.parent("a", () -> pool.execute(new Ranked(0, () -> {
            p.mark("a/1");
            throw new IllegalArgumentException(mine);
        })));
        Probe.await(died);
        p.note("uncaught", uncaught.size() + " " + (uncaught.get(0).getCause().getCause() == mine));
    }

    /** What is traced leads to the task that carries it: a table with such values never lets go of its weak keys. */
    private static final class Owner implements ChatModel {
        private final Ranked task = new Ranked(0, () -> {});
        private final ThreadPoolExecutor pool;

        Owner(ThreadPoolExecutor pool) {
            this.pool = pool;
        }

        @Override
        public ChatResponse doChat(ChatRequest request) {
            pool.execute(task);
            pool.getQueue().clear();
            return ChatResponse.builder().aiMessage(AiMessage.from("dropped it")).build();
        }
    }

    static void droppedByItsOwner(Probe p) throws Exception {
        ThreadPoolExecutor pool = p.pool("pool", ThreadPools.pool(1), 1);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        pool.execute(() -> {
            running.countDown();
            try {
                Probe.await(go);
            } catch (InterruptedException e) {
                p.note("interrupted", e);
            }
        });
        Probe.await(running);
        Owner owner = new Owner(pool);
        p.dropped("the owner of a dropped task", owner);
        p.dropped("the dropped task", owner.task);
        owner.chat("go");
        go.countDown();
    }
}

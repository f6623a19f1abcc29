package com.example.handover.jdk;

import com.example.handover.Probe;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Virtual threads; by reflection, since this is compiled for a JDK that has none. */
final class VirtualThreads {
    private VirtualThreads() {}

    private static Object call(Object on, String method, Class<?>[] types, Object... args) throws Exception {
        Class<?> type = on instanceof Class<?> c ? c : Class.forName("java.lang.Thread$Builder");
        Method found = type.getMethod(method, types);
        return found.invoke(on instanceof Class<?> ? null : on, args);
    }

    private static Object ofVirtual() throws Exception {
        return call(Thread.class, "ofVirtual", new Class<?>[0]);
    }

    static ThreadFactory factory() throws Exception {
        return (ThreadFactory) call(ofVirtual(), "factory", new Class<?>[0]);
    }

    static ExecutorService threadPerTask(ThreadFactory factory) throws Exception {
        return (ExecutorService) call(Executors.class, "newThreadPerTaskExecutor", new Class<?>[] {ThreadFactory.class}, factory);
    }

    static void everyWay(Probe p) throws Exception {
        p.parent("a", () -> {
            Class<?>[] runnable = {Runnable.class};
            Runnable started = () -> p.mark("a/start-virtual-thread");
            ((Thread) call(Thread.class, "startVirtualThread", runnable, started)).join();
            Runnable built = () -> p.mark("a/of-virtual-start");
            ((Thread) call(ofVirtual(), "start", runnable, built)).join();
            Runnable unstarted = () -> p.mark("a/unstarted");
            Thread thread = (Thread) call(ofVirtual(), "unstarted", runnable, unstarted);
            thread.start();
            thread.join();
            Thread made = factory().newThread(() -> p.mark("a/factory"));
            made.start();
            made.join();
        });
        Runnable alone = () -> p.mark("alone");
        ((Thread) call(Thread.class, "startVirtualThread", new Class<?>[] {Runnable.class}, alone)).join();
    }

    static void executors(Probe p) throws Exception {
        ExecutorService pool = (ExecutorService) call(Executors.class, "newVirtualThreadPerTaskExecutor", new Class<?>[0]);
        ExecutorService own = threadPerTask(factory());
        p.parent("a", () -> {
            for (ExecutorService one : List.of(pool, own)) {
                String name = one == pool ? "a/virtual-" : "a/own-";
                p.note(name + "answer", one.submit(() -> {
                    p.mark(name + "submit");
                    return "x";
                }).get());
                one.invokeAll(List.of((Callable<String>) () -> {
                    p.mark(name + "all");
                    return "y";
                }));
                CountDownLatch done = new CountDownLatch(1);
                one.execute(() -> {
                    p.mark(name + "execute");
                    done.countDown();
                });
                Probe.await(done);
            }
        });
        pool.shutdown();
        own.shutdown();
        p.note("ended", pool.awaitTermination(10, TimeUnit.SECONDS) && own.awaitTermination(10, TimeUnit.SECONDS));
    }

    /** A thread a task, of the platform: the factory sees the very task. */
    static void platformThreadPerTask(Probe p) throws Exception {
        List<Boolean> seen = new ArrayList<>();
        class Task implements Runnable {
            final CountDownLatch done = new CountDownLatch(1);

            @Override
            public void run() {
                p.mark("a/executed");
                done.countDown();
            }
        }
        ExecutorService pool = threadPerTask(work -> {
            seen.add(work instanceof Task);
            return new Thread(work);
        });
        p.parent("a", () -> {
            Task task = new Task();
            pool.execute(task);
            Probe.await(task.done);
            Future<?> future = pool.submit(() -> p.mark("a/submitted"));
            future.get();
        });
        p.note("factory sees", seen);
        pool.shutdown();
        p.note("ended", pool.awaitTermination(10, TimeUnit.SECONDS));
    }

    /** Many that park, sleep, hold monitors and wake each other: none hangs, each keeps what it has. */
    static void parking(Probe p) throws Exception {
        AtomicInteger ran = new AtomicInteger();
        Object monitor = new Object();
        p.parent("a", () -> {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                int n = i;
                threads.add(factory().newThread(() -> {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                    synchronized (monitor) {
                        Thread.yield();
                    }
                    p.mark("a/" + n);
                    ran.incrementAndGet();
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        });
        p.note("ran", ran);
    }
}

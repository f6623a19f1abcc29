package com.example.handover.jdk;

import com.example.handover.Probe;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that the application starts itself. */
final class Threads {
    private Threads() {}

    private static Thread subclass(Runnable work) {
        return new Thread() {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    /** Without the setting that asks for it, such a thread works for nobody. */
    static void notAsked(Probe p) throws Exception {
        p.parent("a", () -> {
            run(new Thread(() -> p.mark("alone-plain")));
            run(subclass(() -> p.mark("alone-subclass")));
        });
    }

    static void asked(Probe p) throws Exception {
        p.parent("a", () -> {
            run(new Thread(() -> p.mark("a/plain")));
            run(subclass(() -> p.mark("a/subclass")));
            run(new Thread(() -> p.mark("housekeeper"), "HikariPool-1 housekeeper"));
        });
        run(new Thread(() -> p.mark("alone")));
    }

    /** A pool whose threads are made under a parent, by a factory that wraps the work: they keep nothing of it. */
    static void poolMadeUnderAParent(Probe p) throws Exception {
        ExecutorService[] pool = new ExecutorService[1];
        p.parent("a", () -> {
            pool[0] = p.pool("pool", Executors.newFixedThreadPool(1, work -> new Thread(() -> work.run(), "mine")), 1);
            CountDownLatch done = new CountDownLatch(1);
            pool[0].execute(() -> {
                p.mark("a/first");
                done.countDown();
            });
            Probe.await(done);
        });
    }

    private static void run(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }
}

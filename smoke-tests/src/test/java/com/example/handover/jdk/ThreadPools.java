package com.example.handover.jdk;

import com.example.handover.Probe;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Pools of threads. */
final class ThreadPools {
    private ThreadPools() {}

    static void submit(Probe p) throws Exception {
        ExecutorService pool = p.pool("pool", Executors.newFixedThreadPool(2), 2);
        p.parent("a", () -> {
            Future<String> future = pool.submit(() -> {
                p.mark("a/callable");
                return "answer";
            });
            p.note("answer", future.get());
            pool.submit(() -> p.mark("a/runnable")).get();
        });
        pool.submit(() -> p.mark("alone")).get();
    }
}

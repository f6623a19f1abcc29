package com.example.handover.jdk;

import com.example.handover.Probe;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Many virtual threads, scopes and long chains at once: one tree, nothing pinned by an agent, no deadlock. */
final class Crowds {
    private static final int THREADS = 10_000;
    private static final int MARKED = 20;

    private Crowds() {}

    static void tenThousand(Probe p) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
            recording.start();
            p.parent("a", () -> {
                ExecutorService pool = (ExecutorService)
                        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
                List<Future<Integer>> all = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    int n = i;
                    all.add(pool.submit(() -> one(p, n, pool)));
                }
                long sum = 0;
                for (Future<Integer> future : all) {
                    sum += future.get();
                }
                p.note("sum", sum);
                pool.shutdown();
                p.note("ended", pool.awaitTermination(20, TimeUnit.SECONDS));
            });
            recording.stop();
            p.note("pinned by an agent", pinnedByAnAgent(recording));
        }
    }

    private static int one(Probe p, int n, ExecutorService pool) throws Exception {
        LockSupport.parkNanos(1000);
        if (n % (THREADS / MARKED) == 0) {
            p.mark("a/thread-" + n);
            scope(p, n);
            CompletableFuture<Integer> chain = CompletableFuture.supplyAsync(() -> n, pool);
            for (int i = 0; i < 200; i++) {
                chain = chain.thenApplyAsync(x -> x, pool);
            }
            return chain.thenApply(x -> {
                p.mark("a/chain-" + n);
                return x;
            }).get();
        }
        return n;
    }

    private static void scope(Probe p, int n) throws Exception {
        Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
        Method fork = type.getMethod("fork", Callable.class);
        try (AutoCloseable scope = (AutoCloseable) type.getMethod("open").invoke(null)) {
            for (int i = 0; i < 5; i++) {
                String id = "a/scope-" + n + '-' + i;
                Callable<String> task = () -> {
                    LockSupport.parkNanos(1000);
                    p.mark(id);
                    return id;
                };
                fork.invoke(scope, task);
            }
            type.getMethod("join").invoke(scope);
        }
    }

    private static long pinnedByAnAgent(Recording recording) throws Exception {
        Path file = Files.createTempFile("pinned", ".jfr");
        try {
            recording.dump(file);
            long pinned = 0;
            for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                String stack = String.valueOf(event.getStackTrace());
                // without one: what pins is the application's or the JDK's own
                pinned += stack.contains("dev.clew") || stack.contains("ClewLinker") ? 1 : 0;
            }
            return pinned;
        } finally {
            Files.delete(file);
        }
    }
}

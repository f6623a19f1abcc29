package com.example.layered;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Runs several applications at once in one JVM, each from a jar of jars in a {@link NestedLoader} of its own; then drops them
 * and says whether they went: {@code <class> <jar> <jar>...}. The class is a function of a barrier.
 */
public final class Runner {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private Runner() {}

    public static void main(String[] args) throws Exception {
        List<WeakReference<ClassLoader>> loaders = runAll(args);
        for (WeakReference<ClassLoader> loader : loaders) {
            System.out.println(isGone(loader) ? "gone" : "still there");
        }
    }

    private static List<WeakReference<ClassLoader>> runAll(String[] args) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(args.length - 1);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        List<Future<String>> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(args.length - 1);
        for (int i = 1; i < args.length; i++) {
            ClassLoader loader = new NestedLoader(Path.of(args[i]));
            loaders.add(new WeakReference<>(loader));
            answers.add(threads.submit(() -> run(loader, args[0], barrier)));
        }
        for (Future<String> answer : answers) {
            System.out.println(said(answer));
        }
        threads.shutdown();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        return loaders;
    }

    private static String said(Future<String> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            e.getCause().printStackTrace();
            return "failed: " + e.getCause();
        }
    }

    @SuppressWarnings("unchecked") // by contract, see above
    private static String run(ClassLoader loader, String name, CyclicBarrier barrier) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            Class<?> application = Class.forName(name, true, loader);
            return ((Function<CyclicBarrier, String>) application.getConstructor().newInstance()).apply(barrier);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static boolean isGone(WeakReference<ClassLoader> loader) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (loader.get() != null && System.nanoTime() < end) {
            System.gc();
            Thread.sleep(50);
        }
        return loader.get() == null;
    }
}

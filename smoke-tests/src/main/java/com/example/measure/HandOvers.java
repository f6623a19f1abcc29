package com.example.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What a million hand-overs cost through each executor, in picoseconds of processor time a task (the least disturbed
 * of ten measurements), and what is left of them in the
 * heap: first while nothing is traced, then within a model call within an HTTP request, so that each agent has something to carry.
 *
 * <p>Each twice. {@code ...Trip}: a task is handed over, and the next one when that has run, as an application does that waits
 * for a result: one thread wakes another, each time. And in batches of empty tasks, to an executor that is held while a batch is
 * handed over, so that threads wake each other once a batch: that leaves the little that a queue costs, and what an agent adds
 * to it.
 */
public final class HandOvers {
    private static final int BATCH = 1000;
    private static final int TASKS = 100_000;
    private static final int WARM_UP = 12;
    /** Times {@link #TASKS}: a million. */
    private static final int MEASURED = 10;
    private static final int TRIPS = 10_000;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static int done;

    private HandOvers() {}

    /** Hands one task or {@link #BATCH} over and waits until they have run. */
    private interface Way {
        void batch() throws Exception;
    }

    private record Named(String name, Way way, int tasks) {
        Named(String name, Way way) {
            this(name, way, BATCH);
        }
    }

    /** Any small task with a class of its own. */
    private static final class Task implements Runnable {
        @Override
        public void run() {
            done++;
        }
    }

    public static void main(String[] args) {
        try {
            run(args);
            System.exit(0);
        } catch (Throwable t) {
            // pools of threads that live on must not keep a failure waiting
            t.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String[] args) throws Exception {
        List<ExecutorService> pools = new ArrayList<>();
        List<Named> ways = ways(pools);
        if (args.length > 0) {
            ways.removeIf(way -> !List.of(args).contains(way.name()));
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // agents that wake up late are awake now: hooks are in place, nothing is being traced
        withinModelCallWithinRequest(server, () -> {});
        for (Named way : ways) {
            measure(way, "Idle");
            withinModelCallWithinRequest(server, () -> measure(way, "Active"));
        }
        server.stop(0);
        pools.forEach(ExecutorService::shutdown);
        if (done == 0) {
            throw new IllegalStateException("nothing ran");
        }
    }

    private static List<Named> ways(List<ExecutorService> pools) throws Exception {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        ScheduledThreadPoolExecutor scheduled = new ScheduledThreadPoolExecutor(1);
        ForkJoinPool forkJoin = new ForkJoinPool(1);
        pools.addAll(List.of(pool, scheduled, forkJoin));
        List<Named> ways = new ArrayList<>();
        ways.add(new Named("submit", () -> held(pool, () -> pool.submit(() -> done++))));
        ways.add(new Named("executeLambda", () -> {
            int[] own = new int[1];
            held(pool, () -> pool.execute(() -> own[0]++));
            done += own[0];
        }));
        ways.add(new Named("executeNamed", () -> held(pool, () -> pool.execute(new Task()))));
        ways.add(new Named("schedule", () -> held(scheduled, () -> scheduled.schedule(new Task(), 0, TimeUnit.SECONDS))));
        ways.add(new Named("forkJoinSubmit", () -> held(forkJoin, () -> forkJoin.submit(new Task()))));
        ways.add(new Named("fork", () -> forkJoin.invoke(new Forks())));
        ways.add(new Named("supplyAsync", () -> held(pool, () -> CompletableFuture.supplyAsync(() -> done++, pool))));
        trips(ways, pool, scheduled, forkJoin);
        ways.add(new Named("thenApplyAsync", () -> {
            CompletableFuture<Integer> source = CompletableFuture.completedFuture(1);
            held(pool, () -> source.thenApplyAsync(one -> done += one, pool));
        }));
        if (Runtime.version().feature() >= 21) {
            ExecutorService virtual = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            pools.add(virtual);
            ways.add(new Named("virtualThread", () -> {
                CountDownLatch all = new CountDownLatch(BATCH);
                for (int i = 0; i < BATCH; i++) {
                    virtual.submit(() -> {
                        done++;
                        all.countDown();
                    });
                }
                all.await();
            }));
        }
        return ways;
    }

    private static void trips(
            List<Named> ways, ThreadPoolExecutor pool, ScheduledThreadPoolExecutor scheduled, ForkJoinPool forkJoin) {
        SynchronousQueue<Object> ran = new SynchronousQueue<>();
        ways.add(new Named("submitTrip", () -> pool.submit(() -> done++).get(), 1));
        ways.add(new Named("executeLambdaTrip", () -> {
            pool.execute(() -> put(ran));
            ran.take();
        }, 1));
        ways.add(new Named("scheduleTrip", () -> scheduled.schedule(new Task(), 0, TimeUnit.SECONDS).get(), 1));
        ways.add(new Named("forkJoinSubmitTrip", () -> forkJoin.submit(new Task()).get(), 1));
        ways.add(new Named("invokeTrip", () -> forkJoin.invoke(new RecursiveAction() {
            private static final long serialVersionUID = 1;

            @Override
            protected void compute() {
                done++;
            }
        }), 1));
        ways.add(new Named("supplyAsyncTrip", () -> CompletableFuture.supplyAsync(() -> done++, pool).get(), 1));
        CompletableFuture<Integer> source = CompletableFuture.completedFuture(1);
        ways.add(new Named("thenApplyAsyncTrip", () -> source.thenApplyAsync(one -> done += one, pool).get(), 1));
    }

    private static void put(SynchronousQueue<Object> ran) {
        try {
            done++;
            ran.put(ran);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Forks extends RecursiveAction {
        private static final long serialVersionUID = 1;

        @Override
        protected void compute() {
            RecursiveAction[] forks = new RecursiveAction[BATCH];
            for (int i = 0; i < BATCH; i++) {
                forks[i] = new RecursiveAction() {
                    private static final long serialVersionUID = 1;

                    @Override
                    protected void compute() {
                        done++;
                    }
                };
                forks[i].fork();
            }
            for (int i = BATCH - 1; i >= 0; i--) {
                forks[i].join();
            }
        }
    }

    private static void held(ExecutorService pool, Runnable handOver) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(1);
        pool.execute(() -> {
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        for (int i = 0; i < BATCH; i++) {
            handOver.run();
        }
        pool.execute(ran::countDown);
        go.countDown();
        ran.await();
    }

    private static void measure(Named way, String state) {
        long[] nanos = new long[MEASURED];
        try {
            for (int i = 0; i < WARM_UP; i++) {
                cost(way);
            }
            long before = live();
            for (int i = 0; i < MEASURED; i++) {
                nanos[i] = cost(way);
            }
            long grown = live() - before;
            Arrays.sort(nanos);
            System.out.println(way.name() + state + ' ' + nanos[0] * 1000 / tasks(way));
            System.out.println(way.name() + state + "GrownKiB " + Math.max(0, grown >> 10));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int tasks(Named way) {
        return way.tasks() == 1 ? TRIPS : TASKS;
    }

    private static long cost(Named way) throws Exception {
        long start = processorNanos();
        for (int i = 0; i < tasks(way) / way.tasks(); i++) {
            way.way().batch();
        }
        return processorNanos() - start;
    }

    /** Of all threads of this JVM, the collector's too. Linux tells it to the nanosecond, the JDK to the hundredth of a second. */
    private static long processorNanos() throws IOException {
        Path threads = Path.of("/proc/self/task");
        if (!Files.exists(threads.resolve(ProcessHandle.current().pid() + "/schedstat"))) {
            return SYSTEM.getProcessCpuTime();
        }
        long nanos = 0;
        try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
            for (Path thread : all) {
                try {
                    String stat = Files.readString(thread.resolve("schedstat"));
                    nanos += Long.parseLong(stat.substring(0, stat.indexOf(' ')));
                } catch (IOException ended) {
                    // a thread, between two looks
                }
            }
        }
        return nanos;
    }

    private static long live() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(20);
            least = Math.min(least, Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }

    private static void withinModelCallWithinRequest(HttpServer server, Runnable work) throws Exception {
        String path = "/" + Integer.toHexString(System.identityHashCode(work));
        server.createContext(path, exchange -> {
            new WorkingModel(work).chat("go");
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        if (server.getExecutor() == null) {
            server.setExecutor(Runnable::run);
            server.start();
        }
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        int status = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                .statusCode();
        if (status != 204) {
            throw new IllegalStateException("status " + status);
        }
    }

    /** A model that works while it is asked. */
    private record WorkingModel(Runnable work) implements ChatModel {

        @Override
        public ChatResponse doChat(ChatRequest request) {
            work.run();
            return ChatResponse.builder().aiMessage(AiMessage.from("done")).build();
        }
    }
}

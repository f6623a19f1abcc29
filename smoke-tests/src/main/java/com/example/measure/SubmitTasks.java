package com.example.measure;

import com.sun.net.httpserver.HttpServer;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What handing a task to a pool costs, in nanoseconds a task: first while nothing is traced, then within a model call within
 * an HTTP request, so that each agent has something to carry.
 */
public final class SubmitTasks {

    private static final int TASKS = 20_000;
    private static final int BATCH = 500;
    private static final int WARM_UP = 15;
    private static final int MEASURED = 15;

    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    private int done;

    private SubmitTasks() {}

    public static void main(String[] args) throws Exception {
        SubmitTasks tasks = new SubmitTasks();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // agents that wake up late are awake now: hooks are in place, nothing is being traced
        tasks.withinModelCallWithinRequest(server, () -> {});
        tasks.measure("idle");
        tasks.withinModelCallWithinRequest(server, () -> tasks.measure("active"));
        server.stop(0);
        tasks.pool.shutdown();
        if (tasks.done == 0) {
            throw new IllegalStateException("nothing ran");
        }
    }

    private void withinModelCallWithinRequest(HttpServer server, Runnable work) throws Exception {
        String path = "/" + Integer.toHexString(work.hashCode());
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

    private void measure(String state) {
        long[] roundTrip = new long[MEASURED];
        long[] batched = new long[MEASURED];
        try {
            for (int i = -WARM_UP; i < MEASURED; i++) {
                long trip = roundTrips();
                long batch = batches();
                if (i >= 0) {
                    roundTrip[i] = trip;
                    batched[i] = batch;
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Arrays.sort(roundTrip);
        Arrays.sort(batched);
        System.out.println(state + "RoundTrip " + roundTrip[MEASURED / 2]);
        System.out.println(state + "Batched " + batched[MEASURED / 2]);
    }

    private long roundTrips() throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < TASKS; i++) {
            pool.submit(() -> done++).get();
        }
        return (System.nanoTime() - start) / TASKS;
    }

    private long batches() throws Exception {
        Future<?>[] futures = new Future<?>[BATCH];
        long start = System.nanoTime();
        for (int i = 0; i < TASKS / BATCH; i++) {
            for (int j = 0; j < BATCH; j++) {
                futures[j] = pool.submit(() -> done++);
            }
            for (Future<?> future : futures) {
                future.get();
            }
        }
        return (System.nanoTime() - start) / (TASKS / BATCH * BATCH);
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

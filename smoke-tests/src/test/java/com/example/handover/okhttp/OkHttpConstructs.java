package com.example.handover.okhttp;

import com.example.handover.Construct;
import com.example.handover.Probe;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Asynchronous calls of OkHttp. */
public final class OkHttpConstructs implements Supplier<List<Construct>> {
    @Override
    public List<Construct> get() {
        return List.of(
                Construct.of("enqueue", OkHttpConstructs::enqueue),
                Construct.of("queued", OkHttpConstructs::queued),
                Construct.of("ownThreads", OkHttpConstructs::ownThreads),
                Construct.of("failing", OkHttpConstructs::failing),
                Construct.of("cancelled", OkHttpConstructs::cancelled),
                Construct.of("rejected", OkHttpConstructs::rejected));
    }

    /** A server that answers with the path; {@code /wait} waits until it is told to go. */
    private record Server(HttpServer http, CountDownLatch go) implements AutoCloseable {
        static Server start() throws IOException {
            CountDownLatch go = new CountDownLatch(1);
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            http.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            }));
            http.createContext("/", exchange -> {
                if (exchange.getRequestURI().getPath().equals("/wait")) {
                    try {
                        Probe.await(go);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
                byte[] body = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            http.start();
            return new Server(http, go);
        }

        String url(String path) {
            return "http://localhost:" + http.getAddress().getPort() + path;
        }

        @Override
        public void close() {
            http.stop(0);
        }
    }

    /** Marks and keeps what it hears. */
    private static final class Heard implements Callback {
        private final Probe p;
        private final String id;
        private final Map<String, String> answers;
        final CountDownLatch done = new CountDownLatch(1);

        Heard(Probe p, String id, Map<String, String> answers) {
            this.p = p;
            this.id = id;
            this.answers = answers;
        }

        @Override
        public void onFailure(Call call, IOException e) {
            answers.put(id, e.getClass().getName());
            p.mark(id + " failed");
            done.countDown();
        }

        @Override
        public void onResponse(Call call, Response response) throws IOException {
            answers.put(id, response.body().string());
            p.mark(id);
            done.countDown();
        }
    }

    /** A client whose interceptor marks what the request's header says. */
    private static OkHttpClient client(Probe p, Dispatcher dispatcher) {
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .addInterceptor(chain -> {
                    p.mark(chain.request().header("Mark") + " intercepted");
                    return chain.proceed(chain.request());
                })
                .build();
    }

    private static Call call(OkHttpClient client, String url, String id) {
        return client.newCall(new Request.Builder().url(url).header("Mark", id).build());
    }

    private static void close(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    static void enqueue(Probe p) throws Exception {
        Map<String, String> answers = new ConcurrentHashMap<>();
        OkHttpClient client = client(p, new Dispatcher());
        p.pool("dispatcher", client.dispatcher().executorService(), 2);
        try (Server server = Server.start()) {
            Heard first = new Heard(p, "a/first", answers);
            Heard alone = new Heard(p, "alone", answers);
            p.parent("a", () -> call(client, server.url("/first"), "a/first").enqueue(first));
            Probe.await(first.done);
            call(client, server.url("/alone"), "alone").enqueue(alone);
            Probe.await(alone.done);
        }
        p.note("answers", new java.util.TreeMap<>(answers));
        client.connectionPool().evictAll();
    }

    /** One at a time: the next is started by the thread of the one before. */
    static void queued(Probe p) throws Exception {
        Map<String, String> answers = new ConcurrentHashMap<>();
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(1);
        OkHttpClient client = client(p, dispatcher);
        p.pool("dispatcher", dispatcher.executorService(), 1);
        try (Server server = Server.start()) {
            Heard first = new Heard(p, "a/first", answers);
            Heard second = new Heard(p, "alone", answers);
            Heard third = new Heard(p, "b/third", answers);
            p.parent("a", () -> call(client, server.url("/wait"), "a/first").enqueue(first));
            call(client, server.url("/second"), "alone").enqueue(second);
            p.parent("b", () -> call(client, server.url("/third"), "b/third").enqueue(third));
            p.note("queued", dispatcher.queuedCallsCount());
            server.go().countDown();
            Probe.await(first.done);
            Probe.await(second.done);
            Probe.await(third.done);
        }
        p.note("answers", new java.util.TreeMap<>(answers));
        client.connectionPool().evictAll();
    }

    /** A dispatcher on an executor of the application's own. */
    static void ownThreads(Probe p) throws Exception {
        Map<String, String> answers = new ConcurrentHashMap<>();
        OkHttpClient client = client(p, new Dispatcher(new OwnThreads()));
        try (Server server = Server.start()) {
            Heard first = new Heard(p, "a/first", answers);
            Heard alone = new Heard(p, "alone", answers);
            p.parent("a", () -> call(client, server.url("/first"), "a/first").enqueue(first));
            call(client, server.url("/alone"), "alone").enqueue(alone);
            Probe.await(first.done);
            Probe.await(alone.done);
        }
        p.note("answers", new java.util.TreeMap<>(answers));
        close(client);
    }

    static void failing(Probe p) throws Exception {
        Map<String, String> answers = new ConcurrentHashMap<>();
        OkHttpClient client = client(p, new Dispatcher());
        String nowhere;
        try (Server server = Server.start()) {
            nowhere = server.url("/nowhere");
        }
        Heard heard = new Heard(p, "a/nowhere", answers);
        p.parent("a", () -> call(client, nowhere, "a/nowhere").enqueue(heard));
        Probe.await(heard.done);
        p.note("answers", answers);
        close(client);
    }

    static void cancelled(Probe p) throws Exception {
        Map<String, String> answers = new ConcurrentHashMap<>();
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(1);
        OkHttpClient client = client(p, dispatcher);
        try (Server server = Server.start()) {
            Heard first = new Heard(p, "a/first", answers);
            Heard second = new Heard(p, "a/second", answers);
            p.parent("a", () -> {
                call(client, server.url("/wait"), "a/first").enqueue(first);
                Call cancelled = call(client, server.url("/never"), "a/second");
                cancelled.enqueue(second);
                cancelled.cancel();
                p.note("cancelled", cancelled.isCanceled());
            });
            server.go().countDown();
            Probe.await(first.done);
            Probe.await(second.done);
        }
        p.note("answers", new java.util.TreeMap<>(answers));
        close(client);
    }

    /** The pool is closed: the call fails where it is enqueued. */
    static void rejected(Probe p) throws Exception {
        Map<String, String> answers = new ConcurrentHashMap<>();
        OkHttpClient client = client(p, new Dispatcher());
        client.dispatcher().executorService().shutdown();
        try (Server server = Server.start()) {
            Heard heard = p.dropped("callback", new Heard(p, "a/rejected", answers));
            p.parent("a", () -> call(client, server.url("/never"), "a/rejected").enqueue(heard));
            Probe.await(heard.done);
        }
        p.note("answers", answers);
    }
}

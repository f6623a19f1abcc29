package com.example.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a provider's SDK on loopback in the provider's own words. What it does depends on the model that is asked for. */
final class Provider {
    private static final Pattern IN_BODY = Pattern.compile("\"model\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern IN_PATH = Pattern.compile("/models/([^:/]+)[:/]");
    private static final int MANY = 500;

    /** The words of one provider. */
    interface Words {
        /** A whole answer to a chat; the model {@code tool} asks for a tool. */
        String whole(String model);

        /** The same in events, each with all its lines. */
        List<String> events(String model);

        default String eventsType() {
            return "text/event-stream";
        }

        /** What comes with a status that is none of success. */
        String error(int status);

        /** Null where the provider has none. */
        String embeddings();
    }

    private final Words words;
    private final HttpServer server;
    private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();

    Provider(Words words) throws IOException {
        this.words = words;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        String model = model(path, body);
        int count = seen.computeIfAbsent(model, key -> new AtomicInteger()).incrementAndGet();
        if (model.startsWith("refused")) {
            whole(exchange, 400, words.error(400));
        } else if (model.startsWith("limited") || model.startsWith("retried") && count == 1) {
            exchange.getResponseHeaders().set("retry-after-ms", "1");
            whole(exchange, 429, words.error(429));
        } else if (model.startsWith("embed")) {
            whole(exchange, 200, words.embeddings());
        } else if (streams(exchange, path, body)) {
            stream(exchange, model);
        } else {
            whole(exchange, 200, words.whole(model));
        }
    }

    private static String model(String path, String body) {
        Matcher inPath = IN_PATH.matcher(path);
        if (inPath.find()) {
            return inPath.group(1);
        }
        Matcher inBody = IN_BODY.matcher(body);
        return inBody.find() ? inBody.group(1) : "none";
    }

    private static boolean streams(HttpExchange exchange, String path, String body) {
        return body.matches("(?s).*\"stream\"\\s*:\\s*true.*")
                || path.endsWith(":streamGenerateContent")
                || "enable".equals(exchange.getRequestHeaders().getFirst("x-dashscope-sse"));
    }

    private static void whole(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.getResponseHeaders().set("x-request-id", "req_1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The model {@code cancelled} repeats itself and comes to no end for long. */
    private void stream(HttpExchange exchange, String model) throws IOException {
        exchange.getResponseHeaders().set("content-type", words.eventsType());
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            List<String> events = words.events(model);
            boolean endless = model.startsWith("cancelled");
            List<String> half = events.subList(0, events.size() / 2);
            for (String event : endless ? half : events) {
                out.write(event.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            for (int i = 0; endless && i < MANY; i++) {
                Thread.sleep(10);
                out.write(half.get(half.size() - 1).getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException | InterruptedException gone) {
            // which is what that case is about
        } finally {
            exchange.close();
        }
    }
}

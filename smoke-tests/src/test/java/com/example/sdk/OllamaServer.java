package com.example.sdk;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** Answers as Ollama does. */
final class OllamaServer {
    private static final String AT = "\"created_at\":\"2026-01-01T00:00:00Z\",";
    private static final String DONE = "\"done\":true,\"done_reason\":\"stop\",\"total_duration\":9,\"load_duration\":1,"
            + "\"prompt_eval_count\":9,\"prompt_eval_duration\":2,\"eval_count\":5,\"eval_duration\":3";

    private OllamaServer() {}

    /** Answers its port. */
    static int start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String model = body.replaceAll("(?s).*\"model\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            boolean missing = model.contains("missing");
            exchange.getResponseHeaders().add("content-type", missing ? "application/json" : "application/x-ndjson");
            exchange.sendResponseHeaders(missing ? 404 : 200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (String line : missing ? List.of("{\"error\":\"model not found\"}") : lines(path, body, model)) {
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        });
        server.start();
        return server.getAddress().getPort();
    }

    private static List<String> lines(String path, String body, String model) {
        String start = "{\"model\":\"" + model + "\"," + AT;
        if (path.endsWith("/embeddings")) {
            return List.of("{\"embedding\":[0.5,0.25]}");
        }
        if (path.endsWith("/embed")) {
            return List.of("{\"model\":\"" + model + "\",\"embeddings\":[[0.5,0.25]],\"total_duration\":9,"
                    + "\"load_duration\":1,\"prompt_eval_count\":4}");
        }
        if (path.endsWith("/generate")) {
            return List.of(start + "\"response\":\"y\",\"done\":false}", start + "\"response\":\"es\",\"done\":false}",
                    start + "\"response\":\"\"," + DONE + "}");
        }
        String said = "\"message\":{\"role\":\"assistant\",\"content\":\"";
        return body.contains("\"stream\":false")
                ? List.of(start + said + "yes\"}," + DONE + "}")
                : List.of(start + said + "y\"},\"done\":false}", start + said + "es\"},\"done\":false}", start + said + "\"}," + DONE + "}");
    }

    interface Told {
        Object get() throws Exception;
    }

    static void say(String name, Told what) {
        Object told;
        try {
            told = what.get();
        } catch (Exception thrown) {
            told = thrown.getClass().getName() + ": " + thrown.getMessage();
        }
        System.out.println(name + ' ' + told);
    }
}

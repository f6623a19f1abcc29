package com.example.sdk;

import com.example.handover.Parents;
import com.sun.net.httpserver.HttpServer;
import io.github.ollama4j.Ollama;
import io.github.ollama4j.models.chat.OllamaChatMessageRole;
import io.github.ollama4j.models.chat.OllamaChatRequest;
import io.github.ollama4j.models.embed.OllamaEmbedRequest;
import io.github.ollama4j.models.generate.OllamaGenerateRequest;
import io.github.ollama4j.models.generate.OllamaGenerateStreamObserver;
import io.github.ollama4j.models.request.ThinkMode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

/** ollama4j against a server that answers as Ollama does. */
public final class Ollama4jCases {
    private static final String AT = "\"created_at\":\"2026-01-01T00:00:00Z\",";
    private static final String DONE = "\"done\":true,\"done_reason\":\"stop\",\"total_duration\":9,\"load_duration\":1,"
            + "\"prompt_eval_count\":9,\"prompt_eval_duration\":2,\"eval_count\":5,\"eval_duration\":3";

    private Ollama4jCases() {}

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String model = body.replaceAll("(?s).*\"model\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            String start = "{\"model\":\"" + model + "\"," + AT;
            boolean missing = model.contains("missing");
            exchange.getResponseHeaders().add("content-type", missing ? "application/json" : "application/x-ndjson");
            exchange.sendResponseHeaders(missing ? 404 : 200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (String line : missing
                        ? List.of("{\"error\":\"model not found\"}")
                        : path.endsWith("/embed")
                                ? List.of("{\"model\":\"" + model + "\",\"embeddings\":[[0.5,0.25]],\"total_duration\":9,"
                                        + "\"load_duration\":1,\"prompt_eval_count\":4}")
                                : path.endsWith("/chat")
                                        ? body.contains("\"stream\":false") ? List.of(start
                                                        + "\"message\":{\"role\":\"assistant\",\"content\":\"yes\"}," + DONE + "}") : List.of(
                                                start + "\"message\":{\"role\":\"assistant\",\"content\":\"y\"},\"done\":false}",
                                                start + "\"message\":{\"role\":\"assistant\",\"content\":\"es\"},\"done\":false}",
                                                start + "\"message\":{\"role\":\"assistant\",\"content\":\"\"}," + DONE + "}")
                                        : List.of(
                                                start + "\"response\":\"y\",\"done\":false}",
                                                start + "\"response\":\"es\",\"done\":false}",
                                                start + "\"response\":\"\"," + DONE + "}")) {
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                }
            }
        });
        server.start();
        return server;
    }

    private interface Told {
        Object get() throws Exception;
    }

    private static void say(String name, Told what) {
        Object told;
        try {
            told = what.get();
        } catch (Exception thrown) {
            told = thrown.getClass().getName() + ": " + thrown.getMessage();
        }
        System.out.println(name + ' ' + told);
    }

    private static String chat(Ollama ollama, String model, StringBuilder tokens) throws Exception {
        OllamaChatRequest request = OllamaChatRequest.builder()
                .withModel(model)
                .withMessage(OllamaChatMessageRole.USER, "Grüße?")
                .build();
        var result = ollama.chat(request, tokens == null ? null : piece -> tokens.append(piece.getMessage().getResponse()).append('|'));
        return result.getResponseModel().getMessage().getResponse() + ' ' + tokens;
    }

    private static String generate(Ollama ollama, String model) throws Exception {
        StringBuilder tokens = new StringBuilder();
        var request = OllamaGenerateRequest.builder().withModel(model).withPrompt("Grüße?").withThink(ThinkMode.DISABLED).build();
        var result = ollama.generate(request, new OllamaGenerateStreamObserver(null, tokens::append));
        return result.getResponse() + ' ' + tokens;
    }

    public static void main(String[] args) throws Exception {
        Ollama ollama = new Ollama("http://127.0.0.1:" + server().getAddress().getPort());
        say("chat", () -> chat(ollama, "chat", null));
        say("chat-stream", () -> chat(ollama, "chat-stream", new StringBuilder()));
        say("missing", () -> chat(ollama, "missing", new StringBuilder()));
        say("generate", () -> generate(ollama, "generate"));
        say("vectors", () -> ollama.embed(new OllamaEmbedRequest("vectors", List.of("a"))).getEmbeddings());
        Parents.within("ollama", () -> say("within", () -> chat(ollama, "within", new StringBuilder())));
        System.out.println("done");
        System.exit(0);
    }
}

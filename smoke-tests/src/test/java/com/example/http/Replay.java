package com.example.http;

import com.example.http.Way.Answer;
import com.example.http.Way.Ask;
import com.example.http.Way.Client;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Sends recorded requests, to a server that answers as was recorded, over one library's client. The address of the n-th
 * recording begins with {@code /r<n>}.
 */
public final class Replay {
    /** What the server and its connection say for themselves. */
    private static final Set<String> OWN = Set.of(
            "content-length", "content-encoding", "transfer-encoding", "connection", "keep-alive", "date", "server", "alt-svc");
    /** Cuts pieces anywhere, characters too. */
    private static final int PIECE = 1013;

    private final List<JsonNode> recordings = new ArrayList<>();
    private HttpServer server;

    private Replay() {}

    /** @param args folder of the recordings, class name of the client */
    public static void main(String[] args) throws Throwable {
        new Replay().run(Path.of(args[0]), args[1]);
        System.out.println("done");
        System.exit(0);
    }

    private void run(Path folder, String clientName) throws Throwable {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                recordings.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        try (Client client = (Client) Class.forName(clientName).getConstructor().newInstance()) {
            Way way = client.ways().get(0);
            for (int i = 0; i < recordings.size(); i++) {
                Answer answer = way.whole(ask(i));
                if (!Arrays.equals(answer.body(), body(recordings.get(i)))) {
                    throw new IllegalStateException("the client read another body of recording " + i);
                }
            }
        }
    }

    private Ask ask(int index) {
        JsonNode request = recordings.get(index).path("request");
        URI recorded = URI.create(request.path("url").asText());
        String query = recorded.getRawQuery() == null ? "" : '?' + recorded.getRawQuery();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/r" + index + recorded.getRawPath() + query);
        return new Ask(uri, "replay", "application/json", request.path("body").asText(), null);
    }

    private static byte[] body(JsonNode recording) {
        JsonNode base64 = recording.path("response").path("body_base64");
        return base64.isTextual()
                ? Base64.getDecoder().decode(base64.asText())
                : recording.path("response").path("body_text").asText().getBytes(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            JsonNode recording = recordings.get(Integer.parseInt(path.substring(2, path.indexOf('/', 2))));
            for (Map.Entry<String, JsonNode> header : recording.path("response").path("headers").properties()) {
                if (!OWN.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                    JsonNode value = header.getValue();
                    exchange.getResponseHeaders().set(header.getKey(), value.isArray() ? value.path(0).asText() : value.asText());
                }
            }
            byte[] body = body(recording);
            exchange.sendResponseHeaders(recording.path("response").path("status").asInt(), body.length == 0 ? -1 : 0);
            if (body.length == 0) {
                return;
            }
            try (OutputStream out = exchange.getResponseBody()) {
                for (int at = 0; at < body.length; at += PIECE) {
                    out.write(body, at, Math.min(PIECE, body.length - at));
                    out.flush();
                }
            }
        }
    }
}

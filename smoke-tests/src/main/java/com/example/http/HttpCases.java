package com.example.http;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * Everything that can become of a call of the JDK's HTTP client, and all that the application gets to see of it, a line
 * each.
 * The request's model is the name of the case.
 */
public final class HttpCases {

    private static final List<String> CASES =
            List.of("json", "gzip", "sse", "error-event", "malformed", "refusing", "broken", "big", "cut", "silent", "refused");

    private final OddServer server = new OddServer();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path file = Files.createTempFile("cases", ".body");

    private HttpCases() throws IOException {}

    public static void main(String[] args) throws Exception {
        new HttpCases().all();
    }

    private void all() throws Exception {
        for (String what : CASES) {
            for (boolean async : new boolean[] {false, true}) {
                line(what, async, "ofString", BodyHandlers.ofString());
                line(what, async, "ofByteArray", BodyHandlers.ofByteArray());
                line(what, async, "ofInputStream", BodyHandlers.ofInputStream());
                line(what, async, "ofLines", BodyHandlers.ofLines());
                line(what, async, "discarding", BodyHandlers.discarding());
                line(what, async, "ofFile", BodyHandlers.ofFile(file));
            }
        }
        closedEarly();
        stepByStep();
        cancelled("ofString", BodyHandlers.ofString());
        cancelled("ofByteArray", BodyHandlers.ofByteArray());
        cancelled("discarding", BodyHandlers.discarding());
        cancelled("ofFile", BodyHandlers.ofFile(file));
        interrupted();
        bodies();
        others();
        Files.delete(file);
    }

    private <T> void line(String what, boolean async, String handler, BodyHandler<T> bodyHandler) {
        String name = what + "-" + handler + (async ? "-async" : "-sync");
        String outcome;
        try {
            HttpRequest request = request(what, name).build();
            HttpResponse<T> response = async
                    ? client.sendAsync(request, bodyHandler).get()
                    : client.send(request, bodyHandler);
            outcome = response.statusCode() + " " + response.request().equals(request) + " " + body(response.body());
        } catch (Throwable thrown) {
            outcome = told(thrown);
        }
        System.out.println(name + " " + outcome);
    }

    private HttpRequest.Builder request(String what, String name) throws IOException {
        int port = server.port();
        if (what.equals("refused")) {
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"))
                .header("content-type", "application/json")
                .header("x-case", what)
                .POST(BodyPublishers.ofString(question(name)));
        return what.equals("silent") ? request.timeout(Duration.ofMillis(150)) : request;
    }

    private static String question(String name) {
        return "{\"model\":\"" + name + "\",\"messages\":[{\"role\":\"user\",\"content\":\"Grüße?\"}]}";
    }

    private String body(Object body) throws Exception {
        if (body instanceof String text) {
            return digest(text.getBytes(StandardCharsets.UTF_8));
        }
        if (body instanceof byte[] bytes) {
            return digest(bytes);
        }
        if (body instanceof InputStream in) {
            return stream(in);
        }
        if (body instanceof Stream<?> lines) {
            StringBuilder text = new StringBuilder();
            try {
                lines.forEach(line -> text.append(line).append('\n'));
            } catch (RuntimeException broken) {
                return digest(text.toString().getBytes(StandardCharsets.UTF_8)) + " then " + told(broken);
            }
            return digest(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        if (body instanceof Path path) {
            return digest(Files.readAllBytes(path));
        }
        return String.valueOf(body);
    }

    private static String stream(InputStream in) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        long length = 0;
        byte[] buffer = new byte[8192];
        try (in) {
            int n;
            while ((n = in.read(buffer)) >= 0) {
                digest.update(buffer, 0, n);
                length += n;
            }
        } catch (IOException broken) {
            return length + " bytes then " + told(broken);
        }
        return length + " bytes " + HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    private static String digest(byte[] bytes) throws Exception {
        return stream(new ByteArrayInputStream(bytes));
    }

    /** The exceptions one inside the other; below a timeout, the JDK itself puts now this, now that. */
    private static String told(Throwable thrown) {
        StringBuilder chain = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t instanceof HttpTimeoutException ? null : t.getCause()) {
            chain.append(chain.isEmpty() ? "" : " < ").append(t.getClass().getName()).append(": ").append(t.getMessage());
        }
        return chain.toString();
    }

    private void closedEarly() throws Exception {
        try (InputStream in = client.send(request("endless", "close-ofInputStream-sync").build(), BodyHandlers.ofInputStream()).body()) {
            System.out.println("close-ofInputStream " + (char) in.read());
        }
        try (Stream<String> lines = client.send(request("endless", "close-ofLines-sync").build(), BodyHandlers.ofLines()).body()) {
            System.out.println("close-ofLines " + lines.findFirst().orElse("nothing"));
        }
    }

    /** Hangs where an event is held back until the next one comes. */
    private void stepByStep() throws Exception {
        InputStream in = client.send(request("step", "step-ofInputStream-sync").build(), BodyHandlers.ofInputStream()).body();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            System.out.println("step-ofInputStream " + lines.readLine());
            server.read.release();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println("step-ofInputStream " + line);
            }
        }
        try (Stream<String> lines = client.send(request("step", "step-ofLines-sync").build(), BodyHandlers.ofLines()).body()) {
            lines.forEach(line -> {
                System.out.println("step-ofLines " + line);
                if (line.contains("Grüße")) {
                    server.read.release();
                }
            });
        }
    }

    private <T> void cancelled(String handler, BodyHandler<T> bodyHandler) throws Exception {
        server.reached.drainPermits();
        CompletableFuture<HttpResponse<T>> answer =
                client.sendAsync(request("endless", "cancel-" + handler + "-async").build(), bodyHandler);
        server.reached.acquire();
        boolean cancelled = answer.cancel(true);
        try {
            System.out.println("cancel-" + handler + " " + cancelled + " " + answer.join());
        } catch (RuntimeException thrown) {
            // bare or wrapped: the JDK's own race decides
            Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
            System.out.println("cancel-" + handler + " " + cancelled + " " + cause.getClass().getName());
        }
    }

    private void interrupted() throws Exception {
        server.reached.drainPermits();
        Thread thread = new Thread(() -> {
            try {
                client.send(request("endless", "interrupt-ofString-sync").build(), BodyHandlers.ofString());
            } catch (IOException | InterruptedException thrown) {
                System.out.println("interrupt " + told(thrown));
            }
        });
        thread.start();
        server.reached.acquire();
        thread.interrupt();
        thread.join();
    }

    /** Requests whose bodies come in other ways. */
    private void bodies() throws Exception {
        byte[] question = question("body-ofInputStream").getBytes(StandardCharsets.UTF_8);
        sent("ofInputStream", request("json", "").POST(BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(question)), question.length)));
        byte[] bytes = question("body-ofByteArray").getBytes(StandardCharsets.UTF_8);
        sent("ofByteArray", request("json", "").POST(BodyPublishers.ofByteArray(bytes)));
        Path body = Files.writeString(Files.createTempFile("cases", ".request"), question("body-ofFile"));
        sent("ofFile", request("json", "").POST(BodyPublishers.ofFile(body)));
        Files.delete(body);
        String text = question("body-fromPublisher");
        sent("fromPublisher", request("json", "").POST(BodyPublishers.fromPublisher(
                BodyPublishers.ofString(text), text.getBytes(StandardCharsets.UTF_8).length)));
    }

    private void sent(String how, HttpRequest.Builder builder) throws Exception {
        HttpRequest request = builder.build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        System.out.println("body-" + how + " " + response.statusCode() + " " + response.request().equals(request) + " "
                + response.request().bodyPublisher().isPresent() + " " + response.body().length());
    }

    /** What is not a model call, or asks for the impossible. */
    private void others() throws Exception {
        HttpRequest noChat = request("json", "").POST(BodyPublishers.ofString("{\"model\":\"other-no-messages\"}")).build();
        System.out.println("other-no-messages " + client.send(noChat, BodyHandlers.ofString()).statusCode());
        HttpRequest text = request("json", "").setHeader("content-type", "text/plain")
                .POST(BodyPublishers.ofString(question("other-text"))).build();
        System.out.println("other-text " + client.send(text, BodyHandlers.ofString()).statusCode());
        try {
            client.send(request("json", "other-throwing").build(), info -> {
                throw new IllegalStateException("handler");
            });
        } catch (IOException thrown) {
            System.out.println("other-throwing " + told(thrown));
        }
        try {
            client.sendAsync(request("json", "other-null").build(), null);
        } catch (NullPointerException thrown) {
            System.out.println("other-null " + thrown.getMessage());
        }
        try {
            client.sendAsync(request("json", "other-throwing-later").build(), BodyHandlers.ofString())
                    .thenAccept(response -> {
                        throw new IllegalStateException("stage");
                    })
                    .get();
        } catch (ExecutionException | CompletionException thrown) {
            System.out.println("other-throwing-later " + told(thrown));
        }
    }
}

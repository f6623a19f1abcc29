package com.example.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Answers a chat completion request well, badly, slowly or not at all, as the request's header {@code x-case} says. */
final class OddServer {

    static final String JSON =
            """
            {"id":"chatcmpl-1","object":"chat.completion","model":"gpt-odd-1","choices":[{"index":0,"message":\
            {"role":"assistant","content":"Grüße, 世界 😀"},"finish_reason":"stop"}],\
            "usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":14}}""";

    private static final String CHUNK = "{\"id\":\"chatcmpl-1\",\"model\":\"gpt-odd-1\",\"choices\":[{\"index\":0,\"delta\":";
    static final String FIRST_EVENT = "data: " + CHUNK + "{\"role\":\"assistant\",\"content\":\"Grüße, \"}}]}\n\n";
    private static final String SECOND_EVENT = "data: " + CHUNK + "{\"content\":\"世界 😀\"},\"finish_reason\":\"stop\"}]}\r\n\r\n";
    private static final String USAGE_EVENT =
            "data: {\"id\":\"chatcmpl-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":5}}\n\n";
    private static final String LAST_EVENT = "data: [DONE]\n\n";
    private static final String ERROR_EVENT =
            "data: {\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\",\"code\":null}}\n\n";

    private static final Pattern MODEL = Pattern.compile("\"model\":\"([^\"]+)\"");

    static final int BIG = 50_000_000;

    /** Where each request's model and {@code traceparent} are noted, a line each; null for nowhere. */
    private final Path seen = System.getProperty("cases.seen") == null ? null : Path.of(System.getProperty("cases.seen"));

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    /** A permit for each time a case has come to where its client should do something. */
    final Semaphore reached = new Semaphore(0);
    /** A permit for each time the client has read what was sent so far. */
    final Semaphore read = new Semaphore(0);

    /** How many requests came over a connection that another had come over before. */
    private final AtomicInteger shared = new AtomicInteger();

    private final Set<String> seenBefore = ConcurrentHashMap.newKeySet();

    OddServer() throws IOException {
        Thread accept = new Thread(this::accept, "server");
        accept.setDaemon(true);
        accept.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (true) {
            try {
                Socket connection = socket.accept();
                Thread thread = new Thread(() -> serve(connection), "connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean more = true;
            for (int request = 0; more; request++) {
                String head = head(in);
                String body = new String(body(head, in), StandardCharsets.UTF_8);
                note(head, body);
                if (request > 0) {
                    shared.incrementAndGet();
                }
                more = answer(header(head, "x-case"), head, body, in, connection.getOutputStream());
            }
        } catch (IOException | InterruptedException gone) {
            // the client went away, which is what some cases are about
        }
    }

    /** Sent whole or in chunks. */
    private static byte[] body(String head, InputStream in) throws IOException {
        if (!header(head, "transfer-encoding").equalsIgnoreCase("chunked")) {
            return in.readNBytes(Integer.parseInt(header(head, "content-length")));
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(in), 16);
            body.write(in.readNBytes(length));
            line(in);
        } while (length > 0);
        return body.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append(b == '\r' ? "" : (char) b);
        }
        return line.toString();
    }

    private synchronized void note(String head, String body) throws IOException {
        if (seen != null) {
            Matcher model = MODEL.matcher(body);
            String name = model.find() ? model.group(1) : header(head, "x-case");
            Files.writeString(
                    seen, name + ' ' + header(head, "traceparent") + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("no request");
            }
            head.write(b);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static String header(String head, String name) {
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).trim();
            }
        }
        return "0";
    }

    /** Notes how often connections were shared, as if that were a request's header. */
    void noteShared() throws IOException {
        note("x-case: shared\r\ntraceparent: " + shared, "");
    }

    /** Whether the connection is kept. */
    private boolean answer(String what, String head, String body, InputStream in, OutputStream out)
            throws IOException, InterruptedException {
        switch (what) {
            case "redirect" -> {
                if (head.startsWith("POST /elsewhere/")) {
                    whole(out, 200, "application/json", "", JSON.getBytes(StandardCharsets.UTF_8));
                } else {
                    whole(out, 307, "text/html", "location: /elsewhere/v1/chat/completions\r\n", "<h1>Moved</h1>".getBytes(StandardCharsets.UTF_8));
                }
                return false;
            }
            case "kept1" -> {
                startStream(out, "");
                pieces(out, FIRST_EVENT, SECOND_EVENT, USAGE_EVENT, LAST_EVENT);
                return true;
            }
            case "kept2" -> {
                send(out, 200, "application/json", "", JSON.replace("chatcmpl-1", "chatcmpl-2").getBytes(StandardCharsets.UTF_8));
                return true;
            }
            case "dropped" -> {
                if (seenBefore.add(body)) {
                    return false;
                }
                whole(out, 200, "application/json", "", JSON.getBytes(StandardCharsets.UTF_8));
                return false;
            }
            case "busy" -> {
                if (seenBefore.add(body)) {
                    send(out, 503, "text/html", "retry-after: 0\r\n", "<h1>Busy</h1>".getBytes(StandardCharsets.UTF_8));
                    return true;
                }
                whole(out, 200, "application/json", "", JSON.getBytes(StandardCharsets.UTF_8));
                return false;
            }
            default -> {
                last(what, in, out);
                return false;
            }
        }
    }

    private void last(String what, InputStream in, OutputStream out) throws IOException, InterruptedException {
        switch (what) {
            case "json" -> whole(out, 200, "application/json", "", JSON.getBytes(StandardCharsets.UTF_8));
            case "gzip" -> whole(out, 200, "application/json", "content-encoding: gzip\r\n", gzip(JSON));
            case "malformed" -> whole(out, 200, "application/json", "", JSON.substring(0, 120).getBytes(StandardCharsets.UTF_8));
            case "refusing" -> whole(out, 400, "application/json", "x-request-id: req_1\r\n", (
                    "{\"error\":{\"message\":\"no such model\",\"type\":\"invalid_request_error\",\"code\":\"model_not_found\"}}")
                    .getBytes(StandardCharsets.UTF_8));
            case "broken" -> whole(out, 500, "text/html", "", "<h1>Internal Server Error</h1>".getBytes(StandardCharsets.UTF_8));
            case "big" -> big(out);
            case "gzip-sse" -> gzipStream(out);
            case "sse" -> stream(out, FIRST_EVENT, SECOND_EVENT, USAGE_EVENT, LAST_EVENT);
            case "error-event" -> stream(out, FIRST_EVENT, ERROR_EVENT, LAST_EVENT);
            case "step" -> step(out);
            case "endless" -> {
                startStream(out);
                chunk(out, FIRST_EVENT.getBytes(StandardCharsets.UTF_8));
                reached.release();
                in.read();
            }
            case "silent" -> in.read();
            case "cut" -> {
                startStream(out);
                byte[] event = FIRST_EVENT.getBytes(StandardCharsets.UTF_8);
                // between the two bytes of the first letter that has two
                int half = FIRST_EVENT.indexOf('ü') + 1;
                out.write((Integer.toHexString(event.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(event, 0, half);
                out.flush();
            }
            default -> throw new IOException("no such case: " + what);
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static void whole(OutputStream out, int status, String type, String more, byte[] body) throws IOException {
        send(out, status, type, "connection: close\r\n" + more, body);
    }

    private static void send(OutputStream out, int status, String type, String more, byte[] body) throws IOException {
        out.write(("HTTP/1.1 " + status + " Odd\r\n" + more + "content-type: " + type + "\r\ncontent-length: " + body.length
                + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static void big(OutputStream out) throws IOException {
        byte[] start = ("{\"id\":\"chatcmpl-big\",\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":5},\"choices\":"
                + "[{\"index\":0,\"finish_reason\":\"length\",\"message\":{\"content\":\"").getBytes(StandardCharsets.UTF_8);
        byte[] end = "\"}}]}".getBytes(StandardCharsets.UTF_8);
        out.write(("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: "
                + (start.length + BIG + end.length) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(start);
        byte[] piece = "0123456789".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < BIG / piece.length; i++) {
            out.write(piece);
        }
        out.write(end);
        out.flush();
    }

    private static void startStream(OutputStream out) throws IOException {
        startStream(out, "connection: close\r\n");
    }

    private static void startStream(OutputStream out, String more) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\n" + more + "content-type: text/event-stream; charset=utf-8\r\n"
                + "transfer-encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Each event can be unpacked once it is there. */
    private static void gzipStream(OutputStream out) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: text/event-stream\r\ncontent-encoding: gzip\r\n"
                + "transfer-encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed, true)) {
            for (String event : new String[] {FIRST_EVENT, SECOND_EVENT, USAGE_EVENT, LAST_EVENT}) {
                gzip.write(event.getBytes(StandardCharsets.UTF_8));
                gzip.flush();
                chunk(out, packed.toByteArray());
                packed.reset();
            }
        }
        chunk(out, packed.toByteArray());
        chunk(out, new byte[0]);
    }

    private static void stream(OutputStream out, String... events) throws IOException {
        startStream(out);
        pieces(out, events);
    }

    private static void pieces(OutputStream out, String... events) throws IOException {
        for (String event : events) {
            byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
            // cut where it hurts
            chunk(out, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            chunk(out, java.util.Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
        }
        chunk(out, new byte[0]);
    }

    /** Sends the second event only once the client says that it has read the first. */
    private void step(OutputStream out) throws IOException, InterruptedException {
        startStream(out);
        chunk(out, FIRST_EVENT.getBytes(StandardCharsets.UTF_8));
        read.acquire();
        chunk(out, SECOND_EVENT.getBytes(StandardCharsets.UTF_8));
        chunk(out, USAGE_EVENT.getBytes(StandardCharsets.UTF_8));
        chunk(out, new byte[0]);
    }
}

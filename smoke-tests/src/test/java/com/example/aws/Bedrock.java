package com.example.aws;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.zip.GZIPOutputStream;

/**
 * Amazon Bedrock as far as one request at a time goes, without a network. What it does is said by the start of the model's name;
 * in which words, by the address.
 */
final class Bedrock {
    static final String TEXT = "Grüße, 世界 😀";

    private static final byte[] CONVERSE = utf8("{\"metrics\":{\"latencyMs\":7},\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[{\"text\":\""
            + TEXT + "\"}]}},\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":9,\"outputTokens\":5,\"totalTokens\":14}}");
    private static final byte[] INVOKE = utf8("{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude\",\"content\":"
            + "[{\"type\":\"text\",\"text\":\"" + TEXT + "\"}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":9,\"output_tokens\":5}}");
    private static final byte[] PICTURE = utf8("{\"images\":[\"aGVsbG8=\"],\"error\":null}");

    private static final byte[][] CONVERSE_STREAM = {
        Frames.event("messageStart", "{\"role\":\"assistant\",\"p\":\"a\"}"),
        Frames.event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"Grüße, \"}}"),
        Frames.event("contentBlockDelta", "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"世界 😀\"}}"),
        Frames.event("contentBlockStop", "{\"contentBlockIndex\":0}"),
        Frames.event("messageStop", "{\"stopReason\":\"end_turn\"}"),
        Frames.event("metadata", "{\"metrics\":{\"latencyMs\":7},\"usage\":{\"inputTokens\":9,\"outputTokens\":5,\"totalTokens\":14}}")
    };
    private static final byte[][] INVOKE_STREAM = {
        Frames.chunk("{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude\","
                + "\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}}"),
        Frames.chunk("{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"Grüße, \"}}"),
        Frames.chunk("{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"世界 😀\"}}"),
        Frames.chunk("{\"type\":\"content_block_stop\",\"index\":0}"),
        Frames.chunk("{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":5}}"),
        Frames.chunk("{\"type\":\"message_stop\"}")
    };

    /** How an answer goes out; from one thread. */
    interface Reply {
        /** @param headers name, value, name, value, ... */
        void head(int status, String... headers) throws IOException;

        void piece(byte[] bytes) throws IOException;

        void end() throws IOException;

        /** Breaks the connection off. */
        void cut() throws IOException;

        /** Until the client goes away. */
        void untilGone() throws IOException, InterruptedException;
    }

    /** Where each request's model and what it carried are noted, a line each; null for nowhere. */
    private final Path seen = System.getProperty("cases.seen") == null ? null : Path.of(System.getProperty("cases.seen"));

    private final Set<String> throttled = ConcurrentHashMap.newKeySet();
    /** A permit for each time a case has come to where its client should do something. */
    final Semaphore reached = new Semaphore(0);
    /** A permit for each time the client has read what was sent so far. */
    final Semaphore read = new Semaphore(0);

    /** @param headers by lower-case name */
    void answer(String path, Map<String, String> headers, byte[] body, Reply reply) throws IOException, InterruptedException {
        String[] parts = path.split("/");
        String model = URLDecoder.decode(parts[2], StandardCharsets.UTF_8);
        String operation = parts[3];
        String kind = model.substring(model.indexOf('.') + 1, model.indexOf('-', model.indexOf('.')));
        note(model, headers, body);
        boolean streams = operation.endsWith("stream");
        byte[][] frames = operation.startsWith("converse") ? CONVERSE_STREAM : INVOKE_STREAM;
        byte[] whole = operation.startsWith("converse") ? CONVERSE : INVOKE;
        switch (kind) {
            case "throttled" -> {
                if (throttled.add(model)) {
                    failure(reply, 429, "ThrottlingException", "Too many requests, please wait before trying again.");
                } else {
                    normal(reply, streams, frames, whole);
                }
            }
            case "refusing" -> failure(reply, 400, "ValidationException", "The provided model identifier is invalid.");
            case "broken" -> {
                reply.head(500, "content-type", "text/html", "content-length", "9", "x-amzn-requestid", "req-1");
                reply.piece(utf8("<h1>!</h1>".substring(0, 9)));
                reply.end();
            }
            case "gzip" -> {
                byte[] packed = gzip(whole);
                reply.head(200, "content-type", "application/json", "content-encoding", "gzip", "content-length", "" + packed.length);
                reply.piece(packed);
                reply.end();
            }
            case "picture" -> normal(reply, false, frames, PICTURE);
            case "cut" -> cut(reply, streams, frames, whole);
            case "silent" -> reply.untilGone();
            case "endless", "cancel" -> {
                startStream(reply);
                reply.piece(frames[0]);
                reply.piece(frames[1]);
                reached.release();
                reply.untilGone();
            }
            case "interrupt" -> {
                reached.release();
                read.acquire();
                normal(reply, streams, frames, whole);
            }
            case "exception" -> {
                startStream(reply);
                reply.piece(frames[0]);
                reply.piece(frames[1]);
                reply.piece(Frames.exception("modelStreamErrorException", "{\"message\":\"the model broke down\",\"originalStatusCode\":500}"));
                reply.end();
            }
            case "step" -> {
                startStream(reply);
                reply.piece(frames[0]);
                reply.piece(frames[1]);
                read.acquire();
                for (int i = 2; i < frames.length; i++) {
                    reply.piece(frames[i]);
                }
                reply.end();
            }
            default -> normal(reply, streams, frames, whole);
        }
    }

    private static void normal(Reply reply, boolean streams, byte[][] frames, byte[] whole) throws IOException {
        if (!streams) {
            reply.head(200, "content-type", "application/json", "content-length", "" + whole.length, "x-amzn-requestid", "req-1");
            reply.piece(whole);
        } else {
            startStream(reply);
            for (byte[] frame : frames) {
                // cut where it hurts
                reply.piece(Arrays.copyOf(frame, frame.length / 2));
                reply.piece(Arrays.copyOfRange(frame, frame.length / 2, frame.length));
            }
        }
        reply.end();
    }

    private static void startStream(Reply reply) throws IOException {
        reply.head(200, "content-type", "application/vnd.amazon.eventstream", "x-amzn-requestid", "req-1");
    }

    private static void cut(Reply reply, boolean streams, byte[][] frames, byte[] whole) throws IOException {
        if (streams) {
            startStream(reply);
            reply.piece(frames[0]);
            reply.piece(Arrays.copyOf(frames[1], frames[1].length - 7));
        } else {
            reply.head(200, "content-type", "application/json", "content-length", "" + whole.length);
            reply.piece(Arrays.copyOf(whole, whole.length / 2));
        }
        reply.cut();
    }

    private static void failure(Reply reply, int status, String type, String message) throws IOException {
        byte[] body = utf8("{\"message\":\"" + message + "\"}");
        reply.head(status, "content-type", "application/json", "x-amzn-errortype", type + ":http://internal.amazon.com/coral/",
                "x-amzn-requestid", "req-1", "content-length", "" + body.length);
        reply.piece(body);
        reply.end();
    }

    private synchronized void note(String model, Map<String, String> headers, byte[] body) throws IOException {
        if (seen != null) {
            boolean signed = headers.getOrDefault("authorization", "").contains("traceparent");
            Files.writeString(
                    seen, model + ' ' + headers.getOrDefault("traceparent", "0") + ' ' + (signed ? "signed" : "unsigned") + ' '
                            + (headers.containsKey("authorization") ? "sigv4" : "none") + ' ' + body.length + '\n',
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

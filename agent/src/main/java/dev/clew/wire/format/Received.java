package dev.clew.wire.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** An answer as a format sees it. Immutable. */
public final class Received {
    private static final int FIRST_ERROR = 400;

    /** Without its {@code Content-Encoding}. */
    public final Payload body;
    /** As the header says, in lower case; empty where there is none. */
    public final String contentType;
    /** Of HTTP; 0 where none came. */
    public final int status;
    /** Of the request's address; see {@link Sent}. */
    public final String path;

    public final String model;
    private final Map<String, String> headers;

    /**
     * @param contentType may be null
     * @param headers by lower-case name; may be null
     */
    public Received(Payload body, String contentType, int status, Map<String, String> headers, String path, String model) {
        this.body = body;
        this.contentType = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        this.status = status;
        this.headers = headers;
        this.path = path;
        this.model = model;
    }

    /** The same answer taken out of a frame: what is in there as a body of its own. */
    public Received with(Payload inner, String type) {
        return new Received(inner, type, status, headers, path, model);
    }

    /** @param name in lower case; null where there is no such header */
    public String header(String name) {
        return headers == null ? null : headers.get(name);
    }

    /** Whether HTTP itself says that the call failed. */
    public boolean failed() {
        return status >= FIRST_ERROR;
    }

    /** Whether the body is server-sent events, by its type or, where that says nothing of the kind, by its looks. */
    public boolean isEvents() {
        return contentType.startsWith("text/event-stream") || body.looksLikeEvents();
    }

    /** Whether the body is lines of JSON, by its type or by its looks. */
    public boolean isLines() {
        return contentType.contains("ndjson") || contentType.contains("jsonl") || contentType.startsWith("application/stream+json")
                || body.looksLikeLines();
    }

    /**
     * Reads the body's server-sent events, in order; where bytes are missing in between, those before and those after.
     *
     * @return how many there were, null where bytes are missing
     */
    public Long events(SseParser.Sink sink) {
        Counting counting = new Counting(sink);
        SseParser parser = new SseParser(counting);
        parser.feed(body.bytes, 0, body.length);
        if (body.tail.length > 0) {
            parser.gap();
            parser.feed(body.tail, 0, body.tail.length);
        }
        parser.end();
        return body.gap ? null : (Long) counting.count;
    }

    /**
     * Reads the body's lines, each of which is JSON (NDJSON), in order; where bytes are missing in between, those before and
     * those after. Blank ones are none; the last one counts without an end of line too.
     *
     * @return how many there were, null where bytes are missing
     */
    public Long lines(SseParser.Sink sink) {
        int end = body.length;
        if (body.gap) {
            // the last of the first bytes is half a line, as is the first of the last
            while (end > 0 && body.bytes[end - 1] != '\n') {
                end--;
            }
        }
        long count = lines(sink, body.bytes, 0, end);
        int start = 0;
        while (start < body.tail.length && body.tail[start] != '\n') {
            start++;
        }
        count += lines(sink, body.tail, start, body.tail.length);
        return body.gap ? null : (Long) count;
    }

    private static long lines(SseParser.Sink sink, byte[] bytes, int from, int end) {
        long count = 0;
        int start = from;
        while (start < end) {
            int stop = start;
            boolean blank = true;
            while (stop < end && bytes[stop] != '\n') {
                blank &= bytes[stop] <= ' ' && bytes[stop] >= 0;
                stop++;
            }
            if (!blank) {
                count++;
                sink.event(null, Arrays.copyOfRange(bytes, start, stop), stop - start);
            }
            start = stop + 1;
        }
        return count;
    }

    private static final class Counting implements SseParser.Sink {
        private final SseParser.Sink sink;
        private long count;

        Counting(SseParser.Sink sink) {
            this.sink = sink;
        }

        @Override
        public void event(String type, byte[] data, int length) {
            count++;
            sink.event(type, data, length);
        }
    }
}

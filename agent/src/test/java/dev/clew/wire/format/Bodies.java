package dev.clew.wire.format;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Gives a format bodies to read; in what is written here {@code '} stands for {@code "}. */
public final class Bodies {
    private Bodies() {}

    public static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    public static ModelRequest request(WireFormat format, String json) {
        byte[] bytes = bytes(json);
        return format.request(new Sent(new Payload(bytes, bytes.length, Payload.NONE, false), "", null));
    }

    /** One to an address that says more than the body. */
    public static ModelRequest request(WireFormat format, String path, String model, String json) {
        byte[] bytes = bytes(json);
        return format.request(new Sent(new Payload(bytes, bytes.length, Payload.NONE, false), path, model));
    }

    /** An answer with headers, by lower-case name, or in a framing of bytes. */
    public static ModelResponse response(
            WireFormat format, int status, String contentType, Map<String, String> headers, String path, byte[] body) {
        return format.response(new Received(new Payload(body, body.length, Payload.NONE, false), contentType, status, headers, path, null));
    }

    /** One of which only the beginning was kept. */
    public static ModelRequest cutRequest(WireFormat format, String json) {
        byte[] bytes = bytes(json);
        return format.request(new Sent(new Payload(bytes, bytes.length, Payload.NONE, true), "", null));
    }

    public static ModelResponse response(WireFormat format, String json) {
        return response(format, 200, "application/json", json);
    }

    public static ModelResponse response(WireFormat format, int status, String contentType, String body) {
        byte[] bytes = bytes(body);
        return format.response(new Received(new Payload(bytes, bytes.length, Payload.NONE, false), contentType, status, null, "", null));
    }

    /** One of which the beginning and the end were kept. */
    public static ModelResponse cutResponse(WireFormat format, String contentType, String head, String tail) {
        byte[] bytes = bytes(head);
        return format.response(new Received(new Payload(bytes, bytes.length, bytes(tail), true), contentType, 200, null, "", null));
    }

    /** Server-sent events. */
    public static ModelResponse stream(WireFormat format, String... events) {
        StringBuilder body = new StringBuilder();
        for (String event : events) {
            body.append("data: ").append(event).append("\n\n");
        }
        return response(format, 200, "text/event-stream", body.toString());
    }

    /** Reads every beginning of a body as a whole answer. */
    public static void everyPrefix(WireFormat format, String contentType, String body) {
        byte[] whole = bytes(body);
        for (int length = 0; length <= whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            for (boolean gap : new boolean[] {false, true}) {
                Payload payload = new Payload(prefix, length, Payload.NONE, gap);
                format.request(new Sent(payload, "", null));
                if (format.response(new Received(payload, contentType, 200, null, "", null)) == null) {
                    throw new AssertionError("no answer for the first " + length + " bytes");
                }
            }
        }
    }
}

package dev.clew.wire.bedrock;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.wire.format.EventStream;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.SseParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Makes JSON objects of a stream's frames: a {@code chunk} holds one as base64, any other frame is one, under the name that its
 * header gives it. An exception's frame is kept apart.
 */
final class Frames implements EventStream.Sink {
    private SseParser.Sink into;
    private boolean failed;
    private String errorType;
    private String errorMessage;

    /** How many frames there were; null where bytes are missing. */
    Long read(Payload body, SseParser.Sink into) {
        this.into = into;
        return EventStream.events(body, this);
    }

    @Override
    public void frame(EventStream.Frame frame) {
        String kind = frame.header(":message-type");
        if ("exception".equals(kind) || "error".equals(kind)) {
            failed = true;
            errorType = Json.last(frame.header(":exception-type"), frame.header(":error-code"));
            errorMessage = Json.last(message(frame), frame.header(":error-message"));
            return;
        }
        String name = frame.header(":event-type");
        if ("chunk".equals(name)) {
            byte[] json = chunk(frame);
            into.event(name, json, json.length);
        } else if (name != null) {
            byte[] start = ("{\"" + name + "\":").getBytes(StandardCharsets.UTF_8);
            byte[] json = new byte[start.length + frame.length + 1];
            System.arraycopy(start, 0, json, 0, start.length);
            System.arraycopy(frame.bytes(), frame.start, json, start.length, frame.length);
            json[json.length - 1] = '}';
            into.event(name, json, json.length);
        }
    }

    private static byte[] chunk(EventStream.Frame frame) {
        try (JsonParser p = Json.parser(payload(frame), frame.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    if (name.equals("bytes") && p.currentToken() == JsonToken.VALUE_STRING) {
                        return p.getBinaryValue();
                    }
                    p.skipChildren();
                }
            }
        } catch (IOException malformed) {
            // then it holds nothing to be read
        }
        return Payload.NONE;
    }

    private static String message(EventStream.Frame frame) {
        try (JsonParser p = Json.parser(payload(frame), frame.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    if (name.equalsIgnoreCase("message")) {
                        return Json.text(p);
                    }
                    p.skipChildren();
                }
            }
        } catch (IOException malformed) {
            // then it says nothing to be read
        }
        return null;
    }

    private static byte[] payload(EventStream.Frame frame) {
        byte[] payload = new byte[frame.length];
        System.arraycopy(frame.bytes(), frame.start, payload, 0, frame.length);
        return payload;
    }

    /** Says what an exception's frame said; false where there was none. */
    boolean failure(Failure failure) {
        if (failed) {
            failure.say(errorType, errorMessage);
        }
        return failed;
    }
}

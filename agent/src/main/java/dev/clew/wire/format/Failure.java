package dev.clew.wire.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.ModelResponse;
import java.io.IOException;

/**
 * What a body says went wrong: an {@code error} that is an object, a text or a list of them, or the fields of one on the body's
 * top level, which count where HTTP or the body itself says that it is an error.
 */
public final class Failure {
    /** The conventions' word for an error without a name. */
    private static final String UNNAMED = "_OTHER";
    private static final String HEADER = "x-amzn-errortype";

    private boolean said;
    private String code;
    private String kind;
    private String message;

    private boolean declared;
    private String topCode;
    private String topKind;
    private String topMessage;

    /** Reads the value of an {@code error} field; null is none. */
    public void read(JsonParser p) throws IOException {
        JsonToken token = p.currentToken();
        if (token == JsonToken.VALUE_STRING) {
            said = true;
            message = p.getText();
        } else if (token == JsonToken.START_OBJECT) {
            object(p);
        } else if (token == JsonToken.START_ARRAY) {
            while (p.nextToken() != JsonToken.END_ARRAY) {
                if (Json.isObject(p)) {
                    object(p);
                } else {
                    p.skipChildren();
                }
            }
        }
    }

    private void object(JsonParser p) throws IOException {
        said = true;
        code = null;
        kind = null;
        message = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "code" -> code = Json.scalar(p);
                case "type", "status" -> {
                    String text = Json.text(p);
                    kind = text == null ? kind : text;
                }
                case "message" -> message = Json.text(p);
                default -> p.skipChildren();
            }
        }
    }

    /**
     * Takes a field of a body's top level if it may be about an error; its value is read then. A format whose answers use one
     * of these names for something else looks at that name first.
     *
     * @return whether it was one; where not, nothing was read
     */
    public boolean field(String name, JsonParser p) throws IOException {
        switch (name) {
            case "error" -> read(p);
            case "object" -> declared |= "error".equals(Json.text(p));
            case "message", "detail" -> topMessage(p);
            case "type", "error_type" -> topKind = Json.text(p);
            case "code" -> topCode = Json.scalar(p);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Says what a body's top level calls the kind of what it is about, where the format has read that itself. */
    public void kind(String kind) {
        topKind = kind;
    }

    /** Says that a frame around the body tells of an error; both may be null. */
    public void say(String type, String text) {
        said = true;
        kind = type == null ? kind : type;
        message = text == null ? message : text;
    }

    /** Says that the body calls itself an error. */
    public void declare() {
        declared = true;
    }

    /** A text, or a list of objects with one each: the first. */
    private void topMessage(JsonParser p) throws IOException {
        if (!Json.isArray(p)) {
            String text = Json.text(p);
            topMessage = text == null ? topMessage : text;
            return;
        }
        while (Json.nextObject(p)) {
            String text = Json.textAt(p, "msg");
            topMessage = topMessage == null ? text : topMessage;
        }
    }

    /** Says what failed, if anything did: by its code, else its kind, else a header, else the status. */
    public void into(ModelResponse response, Received received) {
        if (!said && (declared || received.failed()) && (topMessage != null || declared)) {
            said = true;
            code = topCode;
            kind = topKind;
            message = topMessage;
        }
        if (said) {
            // texts in the first place: a number says no more than the status does
            String named = named(code) && !isNumber(code) ? code : named(kind) ? kind : named(code) ? code : header(received);
            response.errorType = named != null ? named : received.failed() ? String.valueOf(received.status) : UNNAMED;
            response.errorMessage = message;
        }
    }

    private static String header(Received received) {
        String header = received.header(HEADER);
        if (header == null) {
            return null;
        }
        int end = header.indexOf(':');
        String name = end < 0 ? header : header.substring(0, end);
        return named(name) ? name : null;
    }

    private static boolean named(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

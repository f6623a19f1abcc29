package dev.clew.wire.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Sent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Texts that are given to a model in no chat: prompts, what is to be embedded, documents to be put in order. */
public final class Inputs {
    private Inputs() {}

    /**
     * Reads one of them, or a list: texts, or objects with a text, an image, ... each. Tokens given by number are no text, and
     * no part.
     *
     * @return null where it is no input at all: null, a number
     */
    public static List<Part> read(JsonParser p) throws IOException {
        if (!Json.isArray(p)) {
            List<Part> parts = new ArrayList<>(1);
            return one(p, parts) ? parts : null;
        }
        List<Part> parts = new ArrayList<>();
        while (p.nextToken() != JsonToken.END_ARRAY) {
            one(p, parts);
        }
        return parts;
    }

    /**
     * A request to embed this, as far as it was read.
     *
     * @param input as {@link #read} answered it
     * @return null where it is no such request; a cut body is given the benefit of the doubt
     */
    public static ModelRequest embedded(ModelRequest request, List<Part> input, Sent sent) {
        if (input == null && !(sent.body.gap && request.model != null)) {
            return null;
        }
        request.messages = input == null || input.isEmpty() ? null : List.of(Message.of("user", input));
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    private static boolean one(JsonParser p, List<Part> into) throws IOException {
        if (p.currentToken() == JsonToken.VALUE_STRING) {
            into.add(Part.text(p.getText()));
            return true;
        }
        if (Json.isObject(p)) {
            ChatMessage content = new ChatMessage();
            content.content(p);
            into.addAll(content.parts());
            return true;
        }
        p.skipChildren();
        return false;
    }
}

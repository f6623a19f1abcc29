package dev.clew.wire.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Part;
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

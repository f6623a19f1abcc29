package dev.clew.wire.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Json;
import java.io.IOException;

/** Counts embeddings, and the numbers in one, without keeping any. */
public final class Vectors {
    private static final int FLOAT = 4;

    private long count;
    private Long dimensions;
    private boolean read;

    /** Reads a list of vectors: each bare, or in the field of an object. */
    public void readAll(JsonParser p, String field) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (!Json.isObject(p)) {
                readOne(p);
                continue;
            }
            String name;
            while ((name = Json.nextField(p)) != null) {
                if (name.equals(field)) {
                    readOne(p);
                } else {
                    p.skipChildren();
                }
            }
        }
        // half a list is no number of vectors
        read = true;
    }

    /** Reads one vector that stands alone. */
    public void readSingle(JsonParser p) throws IOException {
        readOne(p);
        read |= count > 0;
    }

    /** A list of numbers, or base64 of floats. */
    private void readOne(JsonParser p) throws IOException {
        long length;
        if (p.currentToken() == JsonToken.VALUE_STRING) {
            length = bytes(p) / FLOAT;
        } else if (Json.isArray(p)) {
            length = numbers(p);
        } else {
            p.skipChildren();
            return;
        }
        count++;
        dimensions = dimensions == null && length > 0 ? (Long) length : dimensions;
    }

    private static long numbers(JsonParser p) throws IOException {
        long count = 0;
        JsonToken token;
        while ((token = p.nextToken()) != JsonToken.END_ARRAY) {
            if (token.isNumeric()) {
                count++;
            } else {
                p.skipChildren();
            }
        }
        return count;
    }

    private static long bytes(JsonParser p) throws IOException {
        long length = p.getTextLength();
        char[] text = p.getTextCharacters();
        int end = p.getTextOffset() + (int) length;
        for (int i = end - 1; i >= p.getTextOffset() && text[i] == '='; i--) {
            length--;
        }
        return length * 3 / 4;
    }

    /** What was counted; nothing where none came, or not all. */
    public void into(ModelResponse response) {
        response.embeddings = read ? (Long) count : null;
        response.dimensions = dimensions;
    }
}

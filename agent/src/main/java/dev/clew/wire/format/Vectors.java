package dev.clew.wire.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.ModelResponse;
import java.io.IOException;

/** How many embeddings came and how long they are. The numbers themselves are passed over. */
public final class Vectors {
    private static final int BYTES_PER_NUMBER = 4;

    private long count;
    private long dimensions;

    /** Reads one: an array of numbers, or their bytes as base64; null and anything else is none. */
    public void one(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.VALUE_STRING) {
            add(base64Bytes(p) / BYTES_PER_NUMBER);
            return;
        }
        if (!Json.enterArray(p)) {
            return;
        }
        long numbers = 0;
        JsonToken token;
        while ((token = p.nextToken()) != JsonToken.END_ARRAY) {
            if (token.isNumeric()) {
                numbers++;
            } else {
                p.skipChildren();
            }
        }
        if (numbers > 0) {
            add(numbers);
        }
    }

    /** Reads an array of them. */
    public void all(JsonParser p) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            one(p);
        }
    }

    private static long base64Bytes(JsonParser p) throws IOException {
        int length = p.getTextLength();
        char[] text = p.getTextCharacters();
        int end = p.getTextOffset() + length;
        while (length > 0 && text[end - 1] == '=') {
            end--;
            length--;
        }
        return length * 3L / 4;
    }

    private void add(long numbers) {
        dimensions = count == 0 ? numbers : dimensions;
        count++;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Nothing where none came. */
    public void into(ModelResponse response) {
        if (count > 0) {
            response.embeddings = count;
            response.dimensions = dimensions;
        }
    }
}

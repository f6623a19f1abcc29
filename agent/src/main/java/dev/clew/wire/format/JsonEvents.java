package dev.clew.wire.format;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Arrays;

/**
 * The data of a stream's events, which are JSON objects, put side by side, so that one parser reads them all: a parser
 * an event
 * would cost more than the reading.
 */
public final class JsonEvents implements SseParser.Sink {
    /** What reads one object; it is called on its first token and returns on its last. */
    public interface Reader {
        void object(JsonParser p, byte[] source) throws IOException;
    }

    private byte[] bytes = new byte[4096];
    private int length;
    private int[] ends = new int[32];
    private int count;

    @Override
    public void event(String type, byte[] data, int dataLength) {
        int start = 0;
        while (start < dataLength && data[start] <= ' ' && data[start] >= 0) {
            start++;
        }
        // [DONE], and what else is not an object
        if (start == dataLength || data[start] != '{') {
            return;
        }
        int needed = length + dataLength - start + 1;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
        System.arraycopy(data, start, bytes, length, dataLength - start);
        length = needed;
        bytes[length - 1] = '\n';
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = length;
    }

    /** Reads them in order; of one that is malformed, what can be read, and then the next. */
    public void readAll(Reader reader) {
        int from = 0;
        byte[] source = bytes;
        int sourceLength = length;
        int base = 0;
        while (from < count) {
            try (JsonParser p = Json.parser(source, sourceLength)) {
                while (p.nextToken() != null && from < count) {
                    if (Json.isObject(p)) {
                        reader.object(p, source);
                    } else {
                        p.skipChildren();
                    }
                    if (base + p.currentLocation().getByteOffset() > ends[from]) {
                        throw new IOException("an object that does not end with its event");
                    }
                    from++;
                }
                return;
            } catch (IOException malformed) {
                base = ends[from];
                from++;
                source = Arrays.copyOfRange(bytes, base, length);
                sourceLength = source.length;
            }
        }
    }
}

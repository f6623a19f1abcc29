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

    /** A stream that has more of these is of no format of ours; each costs an exception. */
    private static final int MALFORMED_MAX = 1000;

    private byte[] bytes = new byte[4096];
    private int length;
    private int[] ends = new int[32];
    private int count;
    /** Whether what was read last was well-formed to its end. */
    private boolean whole;

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
        int read = count == 0 ? 0 : read(reader, bytes, 0, count);
        // behind a malformed one they are copied, few at first: a stream of nothing else would be copied once an event otherwise
        int few = 1;
        for (int malformed = 1; read < count && malformed < MALFORMED_MAX; ) {
            int from = read;
            int to = Math.min(count, from + few);
            read = read(reader, Arrays.copyOfRange(bytes, ends[from - 1], ends[to - 1]), from, to);
            few = whole ? few * 2 : 1;
            malformed += whole ? 0 : 1;
        }
    }

    /** Reads from one up to another, or to the first malformed one. Returns the one to go on with. */
    private int read(Reader reader, byte[] source, int from, int to) {
        int base = from == 0 ? 0 : ends[from - 1];
        int at = from;
        try (JsonParser p = Json.parser(source, ends[to - 1] - base)) {
            while (p.nextToken() != null) {
                // an event may hold more than its object
                while (at < to - 1 && ends[at] <= base + p.currentTokenLocation().getByteOffset()) {
                    at++;
                }
                if (Json.isObject(p)) {
                    reader.object(p, source);
                } else {
                    p.skipChildren();
                }
                if (base + p.currentLocation().getByteOffset() > ends[at]) {
                    throw new IOException("an object that does not end with its event");
                }
            }
            whole = true;
            return to;
        } catch (IOException malformed) {
            whole = false;
            return at + 1;
        }
    }
}

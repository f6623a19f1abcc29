package dev.clew.wire.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes server-sent events apart, in pieces cut anywhere, on bytes: a character that is split between two pieces is no
 * concern
 * then. By the HTML standard's rules, but for one thing that every provider's client does too: the last event counts
 * without a
 * blank line behind it.
 */
public final class SseParser {
    /** Told of each event that has data. */
    public interface Sink {
        /**
         * @param type the event's name; null where it has none
         * @param data shared and used again: read it before returning
         */
        void event(String type, byte[] data, int length);
    }

    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Sink sink;
    private byte[] line = new byte[1024];
    private int lineLength;
    private boolean afterCr;
    private boolean firstLine = true;
    /** Until the next blank line. */
    private boolean skipping;

    private byte[] data = new byte[1024];
    private int dataLength;
    private boolean hasData;
    private String type;

    public SseParser(Sink sink) {
        this.sink = sink;
    }

    public void feed(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int start = offset;
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            if (b != '\n' && b != '\r') {
                afterCr = false;
                continue;
            }
            boolean restOfCrLf = b == '\n' && afterCr && i == start && lineLength == 0;
            if (!restOfCrLf) {
                endOfLine(bytes, start, i);
            }
            afterCr = b == '\r';
            start = i + 1;
        }
        if (start < end) {
            keep(bytes, start, end - start);
        }
    }

    /** Bytes are missing here: what is half read is dropped, and reading goes on with the next whole event. */
    public void gap() {
        lineLength = 0;
        reset();
        skipping = true;
        afterCr = false;
    }

    /** No more bytes will come. */
    public void end() {
        if (lineLength > 0) {
            field(line, 0, lineLength);
            lineLength = 0;
        }
        dispatch();
    }

    private void endOfLine(byte[] bytes, int start, int end) {
        if (lineLength == 0) {
            field(bytes, start, end);
        } else {
            keep(bytes, start, end - start);
            int length = lineLength;
            lineLength = 0;
            field(line, 0, length);
        }
    }

    private void keep(byte[] bytes, int start, int count) {
        if (lineLength + count > line.length) {
            line = Arrays.copyOf(line, Math.max(lineLength + count, line.length * 2));
        }
        System.arraycopy(bytes, start, line, lineLength, count);
        lineLength += count;
    }

    private void field(byte[] b, int from, int end) {
        int start = from;
        if (firstLine) {
            firstLine = false;
            if (end - start >= BOM.length && Arrays.equals(b, start, start + BOM.length, BOM, 0, BOM.length)) {
                start += BOM.length;
            }
        }
        if (start == end) {
            skipping = false;
            dispatch();
            return;
        }
        if (skipping) {
            return;
        }
        int colon = start;
        while (colon < end && b[colon] != ':') {
            colon++;
        }
        int value = Math.min(end, colon + 1);
        if (value < end && b[value] == ' ') {
            value++;
        }
        if (is(b, start, colon, "data")) {
            data(b, value, end);
        } else if (is(b, start, colon, "event")) {
            type = new String(b, value, end - value, StandardCharsets.UTF_8);
        }
    }

    private static boolean is(byte[] b, int start, int end, String name) {
        if (end - start != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (b[start + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void data(byte[] b, int start, int end) {
        int needed = dataLength + 1 + end - start;
        if (needed > data.length) {
            data = Arrays.copyOf(data, Math.max(needed, data.length * 2));
        }
        if (hasData) {
            data[dataLength++] = '\n';
        }
        hasData = true;
        System.arraycopy(b, start, data, dataLength, end - start);
        dataLength += end - start;
    }

    private void dispatch() {
        if (hasData) {
            sink.event(type, data, dataLength);
        }
        reset();
    }

    private void reset() {
        hasData = false;
        dataLength = 0;
        type = null;
    }
}

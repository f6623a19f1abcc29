package dev.clew.wire.format;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Takes AWS event streams apart. A frame is: its length, its headers' length, a checksum of the two, headers, payload, a
 * checksum of all; numbers have four bytes, the highest first. Lengths are checked and payloads trusted: the client checks
 * their sums. Reading stops at the first frame that is not whole.
 */
public final class EventStream {
    /** Told of each frame. */
    public interface Sink {
        void frame(Frame frame);
    }

    /** One frame; to be read before {@link Sink#frame} returns. */
    public static final class Frame {
        private final byte[] bytes;
        private final int headersEnd;
        private final int headersStart;
        /** Where the payload is in {@link #bytes()}. */
        public final int start;

        public final int length;

        Frame(byte[] bytes, int at, int frameLength, int headersLength) {
            this.bytes = bytes;
            this.headersStart = at + PRELUDE;
            this.headersEnd = headersStart + headersLength;
            this.start = headersEnd;
            this.length = frameLength - OVERHEAD - headersLength;
        }

        public byte[] bytes() {
            return bytes;
        }

        /** A header that is a text; null where there is no such. */
        public String header(String name) {
            int at = headersStart;
            while (at < headersEnd) {
                int nameLength = bytes[at] & 0xFF;
                int type = at + 1 + nameLength;
                int value = type + 1;
                int size = value <= headersEnd ? sizeOf(bytes[type], value) : -1;
                if (size < 0 || value + size > headersEnd) {
                    return null;
                }
                if (bytes[type] == TEXT && name.equals(text(at + 1, nameLength))) {
                    return text(value + 2, size - 2);
                }
                at = value + size;
            }
            return null;
        }

        private String text(int from, int count) {
            return new String(bytes, from, count, StandardCharsets.UTF_8);
        }

        /** Bytes that a value has, with its own length where it has one; -1 for no such type. */
        private int sizeOf(byte type, int value) {
            return switch (type) {
                case 0, 1 -> 0;
                case 2 -> 1;
                case 3 -> 2;
                case 4 -> 4;
                case 5, 8 -> 8;
                case 6, TEXT -> value + 2 > headersEnd ? -1 : 2 + ((bytes[value] & 0xFF) << 8 | bytes[value + 1] & 0xFF);
                case 9 -> 16;
                default -> -1;
            };
        }
    }

    private static final byte TEXT = 7;
    private static final int PRELUDE = 12;
    private static final int OVERHEAD = 16;
    /** Twice what AWS allows. */
    private static final int FRAME_MAX = 32 << 20;

    private EventStream() {}

    /** Whether a body is that, by its content type or by its first byte, which JSON does not start with. */
    public static boolean is(Received received) {
        return received.body.length > 0 && received.body.bytes[0] == 0
                || received.contentType.startsWith("application/vnd.amazon.eventstream");
    }

    /**
     * Reads the frames, in order; where bytes are missing in between, those before and those after.
     *
     * @return how many there were, null where bytes are missing
     */
    public static Long events(Payload body, Sink sink) {
        long count = frames(body.bytes, 0, body.length, sink);
        if (body.tail.length > 0) {
            frames(body.tail, firstFrame(body.tail), body.tail.length, sink);
        }
        return body.gap ? null : (Long) count;
    }

    private static long frames(byte[] bytes, int from, int end, Sink sink) {
        long count = 0;
        int at = from;
        while (isFrame(bytes, at, end)) {
            int length = number(bytes, at);
            sink.frame(new Frame(bytes, at, length, number(bytes, at + 4)));
            at += length;
            count++;
        }
        return count;
    }

    private static boolean isFrame(byte[] bytes, int at, int end) {
        if (end - at < OVERHEAD) {
            return false;
        }
        int length = number(bytes, at);
        int headers = number(bytes, at + 4);
        return length >= OVERHEAD && length <= FRAME_MAX && length <= end - at && headers >= 0 && headers <= length - OVERHEAD;
    }

    /** Behind a gap only the checksum tells a frame's start from any other bytes. */
    private static int firstFrame(byte[] bytes) {
        CRC32 sum = new CRC32();
        for (int at = 0; at + OVERHEAD <= bytes.length; at++) {
            if (isFrame(bytes, at, bytes.length)) {
                sum.reset();
                sum.update(bytes, at, 8);
                if ((int) sum.getValue() == number(bytes, at + 8)) {
                    return at;
                }
            }
        }
        return bytes.length;
    }

    private static int number(byte[] b, int at) {
        return b[at] << 24 | (b[at + 1] & 0xFF) << 16 | (b[at + 2] & 0xFF) << 8 | b[at + 3] & 0xFF;
    }
}

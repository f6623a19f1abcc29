package dev.clew.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One line at a time, in memory that is used again. Not a ByteArrayOutputStream: that one locks and cannot shrink. */
final class LineBuffer extends OutputStream {
    private static final int USUAL = 64 << 10;
    private static final int KEEP = 1 << 20;
    /** Characters that are copied at once: a huge text is not there twice. */
    private static final int PIECE = 1 << 13;

    private static final boolean[] ESCAPED = new boolean[256];

    static {
        Arrays.fill(ESCAPED, 0, 0x20, true);
        ESCAPED['"'] = true;
        ESCAPED['\\'] = true;
    }

    private byte[] bytes = new byte[USUAL];
    private int size;

    @Override
    public void write(int b) {
        room(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] from, int offset, int length) {
        room(length);
        System.arraycopy(from, offset, bytes, size, length);
        size += length;
    }

    /** Text that is known to need no escape and no more than a byte a character. */
    @SuppressWarnings("deprecation") // the one call that copies Latin-1 without a detour, and these are ASCII
    void ascii(String text) {
        int length = text.length();
        room(length);
        text.getBytes(0, length, bytes, size);
        size += length;
    }

    void number(long value) {
        ascii(Long.toString(value));
    }

    /** A JSON string with its quotes. Half a surrogate pair becomes a question mark, as in {@link String#getBytes}. */
    void text(String text) {
        write('"');
        int length = text.length();
        int from = 0;
        while (length - from > PIECE) {
            int to = from + PIECE - (Character.isHighSurrogate(text.charAt(from + PIECE - 1)) ? 1 : 0);
            piece(text.substring(from, to));
            from = to;
        }
        piece(text.substring(from));
        write('"');
    }

    /** The JDK copies to UTF-8 many bytes at once. */
    private void piece(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int from = 0;
        for (int i = 0; i < utf8.length; i++) {
            if (ESCAPED[utf8[i] & 0xff]) {
                write(utf8, from, i - from);
                escape(utf8[i]);
                from = i + 1;
            }
        }
        write(utf8, from, utf8.length - from);
    }

    private void escape(byte c) {
        room(6);
        bytes[size++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[size++] = c;
            case '\n' -> bytes[size++] = 'n';
            case '\r' -> bytes[size++] = 'r';
            case '\t' -> bytes[size++] = 't';
            default -> {
                bytes[size++] = 'u';
                bytes[size++] = '0';
                bytes[size++] = '0';
                bytes[size++] = (byte) ('0' + (c >> 4));
                bytes[size++] = (byte) "0123456789abcdef".charAt(c & 15);
            }
        }
    }

    /** Back to what it was. */
    void cut(int length) {
        size = length;
    }

    void clear() {
        size = 0;
        if (bytes.length > KEEP) {
            bytes = new byte[USUAL]; // one huge prompt must not cost memory for ever
        }
    }

    int size() {
        return size;
    }

    /** What was written from there on. */
    byte[] since(int start) {
        return Arrays.copyOfRange(bytes, start, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    private void room(int more) {
        int needed = Math.addExact(size, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, bytes.length * 2L)));
        }
    }
}

package dev.clew.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** One line at a time, in memory that is used again. Not a ByteArrayOutputStream: that one locks and cannot shrink. */
final class LineBuffer extends OutputStream {
    private static final int USUAL = 64 << 10;
    private static final int KEEP = 1 << 20;

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
        int length = text.length();
        write('"');
        int from = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
                continue;
            }
            plain(text, from, i);
            if (c < 0x80) {
                escape(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                fourBytes(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                moreBytes(c);
            }
            from = i + 1;
        }
        plain(text, from, length);
        write('"');
    }

    @SuppressWarnings("deprecation") // as in ascii
    private void plain(String text, int from, int to) {
        if (from < to) {
            room(to - from);
            text.getBytes(from, to, bytes, size);
            size += to - from;
        }
    }

    private void escape(char c) {
        room(6);
        bytes[size++] = '\\';
        switch (c) {
            case '"', '\\' -> bytes[size++] = (byte) c;
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

    private void moreBytes(char c) {
        room(3);
        if (c < 0x800) {
            bytes[size++] = (byte) (0xc0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3f);
        } else if (Character.isSurrogate(c)) {
            bytes[size++] = '?';
        } else {
            bytes[size++] = (byte) (0xe0 | c >> 12);
            bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
            bytes[size++] = (byte) (0x80 | c & 0x3f);
        }
    }

    private void fourBytes(int c) {
        room(4);
        bytes[size++] = (byte) (0xf0 | c >> 18);
        bytes[size++] = (byte) (0x80 | c >> 12 & 0x3f);
        bytes[size++] = (byte) (0x80 | c >> 6 & 0x3f);
        bytes[size++] = (byte) (0x80 | c & 0x3f);
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

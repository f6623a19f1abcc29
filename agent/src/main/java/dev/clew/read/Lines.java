package dev.clew.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lines as bytes, one at a time, in a buffer that is used again: a line may be a hundred megabytes. */
final class Lines {
    private final InputStream in;
    private byte[] buffer = new byte[256 << 10];
    private int from;
    private int to;
    private int scanned;
    private int length;
    private int newline;
    private boolean end;

    Lines(InputStream in) {
        this.in = in;
    }

    /** False at the end. The line is then {@link #bytes} from {@link #offset}, {@link #length} long, without its newline. */
    boolean next() throws IOException {
        from += length + newline;
        length = 0;
        newline = 0;
        scanned = from;
        while (true) {
            for (; scanned < to; scanned++) {
                if (buffer[scanned] == '\n') {
                    length = scanned - from;
                    newline = 1;
                    return true;
                }
            }
            if (end) {
                length = to - from;
                return length > 0;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            scanned -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, buffer.length * 2L));
        }
        int n = in.read(buffer, to, buffer.length - to);
        if (n < 0) {
            end = true;
        } else {
            to += n;
        }
    }

    byte[] bytes() {
        return buffer;
    }

    int offset() {
        return from;
    }

    int length() {
        return length;
    }

    boolean isBlank() {
        for (int i = from; i < from + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\r' && buffer[i] != '\t') {
                return false;
            }
        }
        return true;
    }
}

package dev.clew.wire.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The bytes of a body that were kept, decoded. The recorder's thread. */
public final class Payload {
    /** A small body may unpack to a huge one. */
    private static final int UNPACKED_MAX = 16 << 20;

    public static final byte[] NONE = {};

    /** From the start; may be longer than {@link #length}. */
    public final byte[] bytes;

    public final int length;
    /** From the end, where not everything was kept; empty otherwise. */
    public final byte[] tail;
    /** Whether bytes are missing: between the two, or after the first where there is no tail. */
    public final boolean gap;

    public Payload(byte[] bytes, int length, byte[] tail, boolean gap) {
        // a tail that follows without a gap is no tail
        if (tail.length > 0 && !gap) {
            this.bytes = Arrays.copyOf(bytes, length + tail.length);
            System.arraycopy(tail, 0, this.bytes, length, tail.length);
            this.length = this.bytes.length;
            this.tail = NONE;
        } else {
            this.bytes = bytes;
            this.length = length;
            this.tail = tail;
        }
        this.gap = gap;
    }

    /** The payload without its {@code Content-Encoding}; without bytes where that is one we can't take off. */
    public Payload decoded(String encoding) {
        if (encoding == null || encoding.isEmpty() || encoding.equalsIgnoreCase("identity") || length == 0) {
            return this;
        }
        boolean gzip = encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip");
        if (!gzip && !encoding.equalsIgnoreCase("deflate")) {
            return new Payload(NONE, 0, NONE, true);
        }
        byte[] out = new byte[Math.max(1024, length * 4)];
        int count = 0;
        boolean cut = gap;
        try (InputStream in = gzip ? gunzip() : inflate()) {
            int n;
            while ((n = in.read(out, count, out.length - count)) >= 0) {
                count += n;
                if (count == out.length) {
                    if (count >= UNPACKED_MAX) {
                        cut = true;
                        break;
                    }
                    out = Arrays.copyOf(out, Math.min(UNPACKED_MAX, count * 2));
                }
            }
        } catch (IOException brokenOff) {
            // what was unpacked until there is true
        }
        return new Payload(out, count, NONE, cut);
    }

    private InputStream gunzip() throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes, 0, length), 8192);
    }

    /** {@code deflate} is zlib by the book; some servers send it bare. */
    private InputStream inflate() {
        Inflater probe = new Inflater();
        boolean bare = false;
        try {
            probe.setInput(bytes, 0, length);
            probe.inflate(new byte[1]);
        } catch (DataFormatException e) {
            bare = true;
        } finally {
            probe.end();
        }
        Inflater inflater = new Inflater(bare);
        return new InflaterInputStream(new ByteArrayInputStream(bytes, 0, length), inflater) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    /** Whether it reads like server-sent events, whatever its content type says: JSON starts with none of these. */
    public boolean looksLikeEvents() {
        int i = 0;
        while (i < length && (bytes[i] <= ' ' && bytes[i] >= 0 || isBom(i))) {
            i++;
        }
        return i < length && (bytes[i] == ':' || startsWith(i, "data:") || startsWith(i, "event:") || startsWith(i, "id:"));
    }

    /** Whether an object follows another one with nothing but the end of a line between them: in one JSON there is more. */
    public boolean looksLikeLines() {
        for (int i = 1; i < length - 1; i++) {
            if (bytes[i] == '\n' && bytes[i + 1] == '{') {
                int before = bytes[i - 1] == '\r' && i > 1 ? i - 2 : i - 1;
                if (bytes[before] == '}') {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isBom(int i) {
        return i < 3 && (bytes[i] == (byte) 0xEF || bytes[i] == (byte) 0xBB || bytes[i] == (byte) 0xBF);
    }

    private boolean startsWith(int at, String word) {
        if (at + word.length() > length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (bytes[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

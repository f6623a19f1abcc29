package dev.clew.wire;

import dev.clew.wire.format.Payload;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A copy of a body as it passes by: its first bytes, and of a longer one its last bytes too, where a stream says what it
 * cost.
 *
 * <p>Filled by one thread at a time and read by another, possibly while it is still being filled.
 */
public final class Body {
    private static final byte[] NONE = {};
    private static final int FIRST = 2048;

    private final int headMax;
    private final int tailMax;
    private byte[] head = NONE;
    private int length;
    private byte[] tail;
    /** Bytes that did not fit into {@link #head}. */
    private long beyond;

    /** What is there is of the try before, until something of the next one comes. */
    private boolean again;

    private boolean refilling;
    private boolean closed;

    /**
     * @param headMax bytes to keep from the start
     * @param tailMax bytes to keep from the end of what is longer than that
     */
    Body(int headMax, int tailMax) {
        this.headMax = headMax;
        this.tailMax = tailMax;
    }

    /** Says how long it will be, where that is known: saves copying. */
    public synchronized void expect(long bytes) {
        if (length == 0 && bytes > head.length) {
            head = new byte[(int) Math.min(bytes, headMax)];
        }
    }

    /** Copies what the buffer holds; the buffer stays as it is. */
    public synchronized void add(ByteBuffer buffer) {
        int from = buffer.position();
        int count = buffer.remaining();
        if (closed || count == 0) {
            return;
        }
        if (again) {
            again = false;
            refilling = true;
            restart();
        }
        int fits = Math.min(count, headMax - length);
        if (fits > 0) {
            room(fits);
            buffer.get(from, head, length, fits);
            length += fits;
        }
        if (fits < count) {
            keepLast(buffer, from + fits, count - fits);
        }
    }

    /** As {@link #add(ByteBuffer)}. */
    public void add(byte[] bytes, int offset, int count) {
        add(ByteBuffer.wrap(bytes, offset, count));
    }

    private void room(int more) {
        int needed = length + more;
        if (needed > head.length) {
            int doubled = Math.max(FIRST, head.length > headMax / 2 ? headMax : head.length * 2);
            head = Arrays.copyOf(head, Math.max(needed, doubled));
        }
    }

    private void keepLast(ByteBuffer buffer, int from, int count) {
        if (tailMax > 0) {
            tail = tail == null ? new byte[tailMax] : tail;
            int kept = Math.min(count, tailMax);
            int source = from + count - kept;
            int at = (int) ((beyond + count - kept) % tailMax);
            int first = Math.min(kept, tailMax - at);
            buffer.get(source, tail, at, first);
            buffer.get(source + first, tail, 0, kept - first);
        }
        beyond += count;
    }

    /** It is about to be sent once more: what was sent before counts until then, and for good where nothing follows. */
    public synchronized void again() {
        again = true;
    }

    /** It is all there, or all there again. */
    synchronized void complete() {
        refilling = false;
    }

    /** Whether some of it is there again, but not all. */
    synchronized boolean isRefilling() {
        return refilling;
    }

    /** Begins anew. */
    synchronized void restart() {
        length = 0;
        beyond = 0;
    }

    /** Bytes seen so far. */
    public synchronized long seen() {
        return length + beyond;
    }

    /** What was kept so far; after that nothing is added any more, and the copy belongs to the caller alone. */
    synchronized Payload take() {
        Payload taken = new Payload(head, length, lastBytes(), beyond > (tail == null ? 0 : tail.length));
        close();
        return taken;
    }

    /** Nothing of it is wanted any more. */
    synchronized void close() {
        closed = true;
        head = NONE;
        length = 0;
        tail = null;
        beyond = 0;
    }

    private byte[] lastBytes() {
        if (tail == null) {
            return NONE;
        }
        if (beyond <= tail.length) {
            return Arrays.copyOf(tail, (int) beyond);
        }
        int start = (int) (beyond % tail.length);
        byte[] ordered = new byte[tail.length];
        System.arraycopy(tail, start, ordered, 0, tail.length - start);
        System.arraycopy(tail, 0, ordered, tail.length - start, start);
        return ordered;
    }
}

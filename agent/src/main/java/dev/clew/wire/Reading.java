package dev.clew.wire;

import java.nio.ByteBuffer;

/**
 * A response's body that the application reads itself, from a stream that blocks: tells its exchange what was read and how that
 * ended. Ends the exchange once. One thread at a time.
 */
public final class Reading {
    private final Exchange exchange;
    private final long length;
    private final boolean events;
    private long seen;
    private int last;
    private boolean ended;

    /**
     * @param length bytes that there are, as the stream will give them; negative where nobody knows
     * @param contentType may be null
     */
    public Reading(Exchange exchange, long length, String contentType) {
        this.exchange = exchange;
        this.length = length;
        this.events = Exchange.isStream(contentType);
    }

    /** What a read answered: this many bytes, or -1 at the end. */
    public void read(byte[] bytes, int offset, int count) {
        if (ended) {
            return;
        }
        if (count < 0) {
            complete();
        } else if (count > 0) {
            seen += count;
            for (int i = offset + count - 1; i >= offset; i--) {
                if (bytes[i] > ' ') {
                    last = bytes[i];
                    break;
                }
            }
            exchange.piece(ByteBuffer.wrap(bytes, offset, count));
        }
    }

    /** What a read of a single byte answered. */
    public void read(int one) {
        if (one < 0) {
            read(null, 0, -1);
        } else {
            read(new byte[] {(byte) one}, 0, 1);
        }
    }

    /** It was all there is. */
    public void complete() {
        ended = true;
        exchange.complete();
    }

    /**
     * The application closes the stream. A parser of JSON does so behind the last bracket, and never gets to see the end.
     */
    public void close() {
        if (!ended) {
            if (length >= 0 && seen >= length || !events && (last == '}' || last == ']')) {
                complete();
            } else {
                ended = true;
                exchange.cancel();
            }
        }
    }

    /** The application gave the call up, from whichever thread. */
    public void cancel() {
        exchange.cancel();
    }

    /** Whether there is nothing more to tell. */
    public boolean ended() {
        return ended;
    }

    /** A read failed. */
    public void fail(Throwable thrown) {
        ended = true;
        exchange.fail(thrown);
    }
}

package dev.clew.plugins.awssdk;

import dev.clew.wire.Exchange;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.http.AbortableInputStream;

/** Copies an answer's body as the SDK reads it. */
final class BodyTee extends FilterInputStream {
    private final Exchange exchange;

    private BodyTee(InputStream body, Exchange exchange) {
        super(body);
        this.exchange = exchange;
    }

    /** Of the class that interceptors have always got. */
    static InputStream over(InputStream body, Exchange exchange) {
        InputStream tee = new BodyTee(body, exchange);
        return body instanceof Abortable ? AbortableInputStream.create(tee, (Abortable) body) : tee;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            copy(new byte[] {(byte) b}, 0, 1);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
            copy(bytes, offset, count);
        }
        return count;
    }

    private void copy(byte[] bytes, int offset, int count) {
        try {
            exchange.piece(ByteBuffer.wrap(bytes, offset, count));
        } catch (Throwable ours) {
            // not seen, then
        }
    }
}

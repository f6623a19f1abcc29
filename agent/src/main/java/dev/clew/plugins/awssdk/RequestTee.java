package dev.clew.plugins.awssdk;

import dev.clew.wire.Body;
import dev.clew.wire.Exchange;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.ContentStreamProvider;

/** Copies a request's body as the HTTP client reads it: anew for each stream that it asks for. */
final class RequestTee implements ContentStreamProvider {
    private final ContentStreamProvider provider;
    private final Exchange exchange;

    RequestTee(ContentStreamProvider provider, Exchange exchange) {
        this.provider = provider;
        this.exchange = exchange;
    }

    @Override
    public InputStream newStream() {
        InputStream stream = provider.newStream();
        return stream == null ? null : new Copying(stream, exchange);
    }

    private static final class Copying extends FilterInputStream {
        private final Body body;
        private final Exchange exchange;

        Copying(InputStream stream, Exchange exchange) {
            super(stream);
            this.exchange = exchange;
            this.body = exchange.request();
            body.again();
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            copy(new byte[] {(byte) b}, 0, b < 0 ? -1 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            copy(bytes, offset, count);
            return count;
        }

        /** A client that sends a body again has marked its start. */
        @Override
        public synchronized void reset() throws IOException {
            in.reset();
            body.again();
        }

        private void copy(byte[] bytes, int offset, int count) {
            try {
                if (count > 0) {
                    body.add(bytes, offset, count);
                } else if (count < 0) {
                    exchange.requestComplete();
                }
            } catch (Throwable ours) {
                // not seen, then
            }
        }
    }
}

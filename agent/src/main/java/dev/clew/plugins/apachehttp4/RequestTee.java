package dev.clew.plugins.apachehttp4;

import dev.clew.wire.Body;
import dev.clew.wire.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** Looks at a body as it is sent: anew for each try, redirect and authentication; the last one counts. */
final class RequestTee extends HttpEntityWrapper {
    private final Exchange exchange;

    RequestTee(HttpEntity entity, Exchange exchange) {
        super(entity);
        this.exchange = exchange;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        exchange.request().again();
        super.writeTo(out == null ? null : new Tee(out, exchange.request()));
        exchange.requestComplete();
    }

    private static final class Tee extends OutputStream {
        private final OutputStream out;
        private final Body body;

        Tee(OutputStream out, Body body) {
            this.out = out;
            this.body = body;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            copy(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            copy(bytes, 0, bytes.length);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            out.write(bytes, offset, count);
            copy(bytes, offset, count);
        }

        private void copy(byte[] bytes, int offset, int count) {
            try {
                body.add(bytes, offset, count);
            } catch (Throwable ours) {
                // not seen, then
            }
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Nothing but the copy. */
    static final class Copy extends OutputStream {
        private final Body body;

        Copy(Body body) {
            this.body = body;
        }

        @Override
        public void write(int one) {
            body.add(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            body.add(bytes, offset, count);
        }
    }
}

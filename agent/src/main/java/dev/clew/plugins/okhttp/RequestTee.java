package dev.clew.plugins.okhttp;

import dev.clew.wire.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;

/** The application's body, looked at as it is written: anew for each redirect and each connection that broke. */
final class RequestTee extends RequestBody {
    private static final long AT_ONCE_MAX = 1 << 20;

    private final RequestBody body;
    private final Exchange exchange;

    RequestTee(RequestBody body, Exchange exchange) {
        this.body = body;
        this.exchange = exchange;
    }

    /**
     * A body that nobody asked for, since there was no connection, is looked at all the same where it is one of OkHttp's own
     * that lie in memory: to write those changes nothing.
     */
    static void neverSent(RequestBody body, Exchange exchange) throws IOException {
        String name = body == null ? "" : body.getClass().getName();
        boolean inMemory = name.startsWith("okhttp3.RequestBody$Companion$toRequestBody$")
                || name.equals("okhttp3.RequestBody$1")
                || name.equals("okhttp3.RequestBody$2");
        if (inMemory && !body.isOneShot() && body.contentLength() <= AT_ONCE_MAX) {
            BufferedSink nowhere = Okio.buffer(new Tee(Okio.blackhole(), exchange));
            body.writeTo(nowhere);
            nowhere.emit();
            exchange.requestComplete();
        }
    }

    @Override
    public MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public boolean isDuplex() {
        return body.isDuplex();
    }

    @Override
    public boolean isOneShot() {
        return body.isOneShot();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        BufferedSink tee = tee(sink);
        body.writeTo(tee);
        if (tee != sink && tee.isOpen()) {
            tee.emit();
        }
        try {
            exchange.requestComplete();
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    private BufferedSink tee(BufferedSink sink) {
        try {
            exchange.request().again();
            return Okio.buffer(new Tee(sink, exchange));
        } catch (Throwable ours) {
            return sink;
        }
    }

    @Override
    public String toString() {
        return body.toString();
    }

    private static final class Tee extends ForwardingSink {
        private final Copy copy;

        Tee(Sink sink, Exchange exchange) {
            super(sink);
            this.copy = new Copy(exchange);
        }

        @Override
        public void write(Buffer source, long count) throws IOException {
            try {
                source.copyTo(copy, 0, count);
            } catch (Throwable ours) {
                // not seen, then
            }
            super.write(source, count);
        }
    }

    /** Takes bytes right from where they lie. */
    private static final class Copy extends OutputStream {
        private final Exchange exchange;

        Copy(Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            exchange.request().add(bytes, offset, count);
        }
    }
}

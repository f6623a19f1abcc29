package dev.clew.plugins.okhttp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/** A response's body that is looked at as it is read: what is asked for is asked for, nothing is read ahead. */
final class ResponseTee extends ResponseBody {
    private final ResponseBody body;
    private final Tee tee;
    private final BufferedSource source;

    ResponseTee(Response response, Attempt attempt) {
        this.body = response.body();
        attempt.exchange.head(
                response.code(),
                response.header("content-type"),
                response.header("content-encoding"),
                new First(response.headers()));
        this.tee = new Tee(body.source(), attempt, body.contentLength());
        this.source = Okio.buffer(tee);
        attempt.exchange.livesWith(tee);
    }

    @Override
    public MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    @Override
    public void close() {
        tee.closed();
        body.close();
    }

    @Override
    public String toString() {
        return body.toString();
    }

    private static final class First implements Supplier<Map<String, String>> {
        private final Headers headers;

        First(Headers headers) {
            this.headers = headers;
        }

        @Override
        public Map<String, String> get() {
            Map<String, String> first = new HashMap<>();
            for (int i = 0; i < headers.size(); i++) {
                first.putIfAbsent(headers.name(i).toLowerCase(Locale.ROOT), headers.value(i));
            }
            return first;
        }
    }

    private static final class Tee extends ForwardingSource {
        private final Attempt attempt;
        private final Copy copy;
        /** As announced; negative for unknown. */
        private final long length;

        Tee(Source source, Attempt attempt, long length) {
            super(source);
            this.attempt = attempt;
            this.copy = new Copy(attempt);
            this.length = length;
        }

        @Override
        public long read(Buffer sink, long count) throws IOException {
            long read;
            try {
                read = super.read(sink, count);
            } catch (Throwable thrown) {
                broken(thrown);
                throw thrown;
            }
            try {
                if (read < 0) {
                    attempt.exchange.complete();
                } else {
                    sink.copyTo(copy, sink.size() - read, read);
                }
            } catch (Throwable ours) {
                // not seen, then
            }
            return read;
        }

        private void broken(Throwable thrown) {
            try {
                attempt.fail(thrown);
            } catch (Throwable ours) {
                // not seen, then
            }
        }

        @Override
        public void close() throws IOException {
            closed();
            super.close();
        }

        /** Whoever knows the length need not ask for more to know that it was all. */
        void closed() {
            try {
                if (copy.seen == length) {
                    attempt.exchange.complete();
                } else {
                    attempt.exchange.cancel();
                }
            } catch (Throwable ours) {
                // not seen, then
            }
        }
    }

    /** Takes bytes right from where they lie. */
    private static final class Copy extends OutputStream {
        private final Attempt attempt;
        long seen;

        Copy(Attempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) {
            seen += count;
            attempt.exchange.piece(ByteBuffer.wrap(bytes, offset, count));
        }
    }
}

package dev.clew.plugins.apachehttp5async;

import dev.clew.context.Current;
import dev.clew.wire.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** Looks at a body as it is sent: anew for each try and redirect; the last one counts. */
final class RequestTee implements AsyncEntityProducer {
    private final AsyncEntityProducer body;
    private final Exchange exchange;
    private final Sending sending;
    private boolean again;

    RequestTee(AsyncEntityProducer body, Exchange exchange, Sending sending) {
        this.body = body;
        this.exchange = exchange;
        this.sending = sending;
    }

    @Override
    public void produce(DataStreamChannel channel) throws IOException {
        if (again) {
            again = false;
            exchange.request().again();
        }
        Object before = Current.set(exchange.caller());
        try {
            body.produce(new Channel(channel, exchange));
        } finally {
            Current.set(before);
        }
    }

    @Override
    public void releaseResources() {
        again = true;
        sending.released();
        body.releaseResources();
    }

    @Override
    public int available() {
        return body.available();
    }

    @Override
    public boolean isRepeatable() {
        return body.isRepeatable();
    }

    @Override
    public void failed(Exception cause) {
        body.failed(cause);
    }

    @Override
    public long getContentLength() {
        return body.getContentLength();
    }

    @Override
    public String getContentType() {
        return body.getContentType();
    }

    @Override
    public String getContentEncoding() {
        return body.getContentEncoding();
    }

    @Override
    public boolean isChunked() {
        return body.isChunked();
    }

    @Override
    public Set<String> getTrailerNames() {
        return body.getTrailerNames();
    }

    /** What the client takes is copied; it may take less than it is offered. */
    private static final class Channel implements DataStreamChannel {
        private final DataStreamChannel channel;
        private final Exchange exchange;

        Channel(DataStreamChannel channel, Exchange exchange) {
            this.channel = channel;
            this.exchange = exchange;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            ByteBuffer offered = bytes == null ? null : bytes.duplicate();
            int taken = channel.write(bytes);
            try {
                if (offered != null && taken > 0) {
                    offered.limit(offered.position() + taken);
                    exchange.request().add(offered);
                }
            } catch (Throwable ours) {
                // not seen, then
            }
            return taken;
        }

        private void complete() {
            try {
                exchange.requestComplete();
            } catch (Throwable ours) {
                // not seen, then
            }
        }

        @Override
        public void endStream() throws IOException {
            complete();
            channel.endStream();
        }

        @Override
        public void endStream(List<? extends Header> trailers) throws IOException {
            complete();
            channel.endStream(trailers);
        }

        @Override
        public void requestOutput() {
            channel.requestOutput();
        }
    }
}

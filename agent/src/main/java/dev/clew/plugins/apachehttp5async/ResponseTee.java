package dev.clew.plugins.apachehttp5async;

import dev.clew.context.Current;
import dev.clew.wire.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncDataConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;

/**
 * Looks at the response that the application gets, behind redirects, tries and unpacking. The application's own code is behind
 * this, and runs for the work that sent the request.
 */
final class ResponseTee implements AsyncExecCallback {
    private final AsyncExecCallback callback;
    private final Exchange exchange;
    private final Sending sending;

    ResponseTee(AsyncExecCallback callback, Exchange exchange, Sending sending) {
        this.callback = callback;
        this.exchange = exchange;
        this.sending = sending;
    }

    @Override
    public AsyncDataConsumer handleResponse(HttpResponse response, EntityDetails details) throws HttpException, IOException {
        try {
            Header type = response.getFirstHeader("content-type");
            // of what the client has unpacked, these details say so
            String encoding = details == null ? null : details.getContentEncoding();
            exchange.head(response.getCode(), type == null ? null : type.getValue(), encoding, new Headers(response.getHeaders()));
        } catch (Throwable ours) {
            // not seen, then
        }
        AsyncDataConsumer consumer;
        Object before = Current.set(exchange.caller());
        try {
            consumer = callback.handleResponse(response, details);
        } finally {
            Current.set(before);
        }
        return consumer == null ? null : new Tee(consumer, exchange, sending);
    }

    @Override
    public void handleInformationResponse(HttpResponse response) throws HttpException, IOException {
        callback.handleInformationResponse(response);
    }

    @Override
    public void completed() {
        try {
            exchange.complete();
        } catch (Throwable ours) {
            // not seen, then
        }
        Object before = Current.set(exchange.caller());
        try {
            callback.completed();
        } finally {
            Current.set(before);
        }
    }

    @Override
    public void failed(Exception cause) {
        try {
            sending.failed(cause);
        } catch (Throwable ours) {
            // not seen, then
        }
        Object before = Current.set(exchange.caller());
        try {
            callback.failed(cause);
        } finally {
            Current.set(before);
        }
    }

    private static final class Tee implements AsyncDataConsumer {
        private final AsyncDataConsumer consumer;
        private final Exchange exchange;
        private final Sending sending;

        Tee(AsyncDataConsumer consumer, Exchange exchange, Sending sending) {
            this.consumer = consumer;
            this.exchange = exchange;
            this.sending = sending;
        }

        @Override
        public void updateCapacity(CapacityChannel capacity) throws IOException {
            consumer.updateCapacity(capacity);
        }

        @Override
        public void consume(ByteBuffer bytes) throws IOException {
            try {
                exchange.piece(bytes);
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(exchange.caller());
            try {
                consumer.consume(bytes);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void streamEnd(List<? extends Header> trailers) throws HttpException, IOException {
            try {
                exchange.complete();
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(exchange.caller());
            try {
                consumer.streamEnd(trailers);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void releaseResources() {
            sending.released();
            consumer.releaseResources();
        }
    }

    private static final class Headers implements Supplier<Map<String, String>> {
        private final Header[] headers;

        Headers(Header[] headers) {
            this.headers = headers;
        }

        @Override
        public Map<String, String> get() {
            Map<String, String> first = new HashMap<>();
            for (Header header : headers) {
                first.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
            }
            return first;
        }
    }
}

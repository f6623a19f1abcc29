package dev.clew.plugins.reactornetty;

import dev.clew.context.Current;
import dev.clew.trace.Operation;
import dev.clew.wire.Exchange;
import dev.clew.wire.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** One request on one connection, which knows of it for as long as it is on it: the next one's may be another's. */
final class Attempt {
    private static final AttributeKey<Object> KEY = AttributeKey.valueOf("dev.clew.attempt");

    final Object caller;
    private final String method;
    private final URI uri;
    /** Null where it is no model call. */
    private volatile Exchange exchange;

    private volatile boolean answered;
    private boolean headed;
    private boolean proven;
    private boolean isRedirect;

    Attempt(Object caller, Exchange exchange, String method, URI uri) {
        this.caller = caller;
        this.exchange = exchange;
        this.method = method;
        this.uri = uri;
    }

    /** The next try of a call that goes on, wherever it leads. */
    static Attempt next(Object caller, Exchange exchange, String method, URI uri) {
        Attempt next = new Attempt(caller, exchange, method, uri);
        next.proven = true;
        return next;
    }

    /** What a connection is at; null for nothing that is known here. */
    static Attempt on(Channel channel) {
        Object attempt = channel.hasAttr(KEY) ? channel.attr(KEY).get() : null;
        return attempt instanceof Attempt ? (Attempt) attempt : null;
    }

    /** @param attempt null for one that is not known here */
    static void begin(Channel channel, Attempt attempt) {
        if (attempt != null || channel.hasAttr(KEY)) {
            channel.attr(KEY).set(attempt);
        }
    }

    void over(Channel channel) {
        channel.attr(KEY).compareAndSet(this, null);
    }

    /** The headers are about to be sent: what they say counts, and the trace goes on in them. */
    void head(HttpHeaders headers) {
        if (headed) {
            return;
        }
        headed = true;
        Exchange call = exchange;
        if (call != null && !proven && Wire.recognise(method, uri, headers.get("content-type")) == null) {
            exchange = null;
            call.forget();
            call = null;
        }
        String[] more = call == null ? outgoing() : call.headers();
        if (more != null && !headers.contains("traceparent")) {
            for (int i = 0; i < more.length; i += 2) {
                headers.add(more[i], more[i + 1]);
            }
        }
        if (call != null) {
            call.requestEncoding(headers.get("content-encoding"));
        }
    }

    private String[] outgoing() {
        Object before = Current.set(caller);
        try {
            return Operation.outgoing();
        } finally {
            Current.set(before);
        }
    }

    /** A part of the request goes out. */
    void written(Object message) {
        Exchange call = exchange;
        if (call == null) {
            return;
        }
        ByteBuf bytes = bytes(message);
        if (bytes != null && bytes.isReadable()) {
            ByteBuffer[] pieces = bytes.nioBuffers();
            for (int i = 0; i < pieces.length; i++) {
                call.request().add(pieces[i]);
            }
        }
        if (message instanceof LastHttpContent) {
            call.requestComplete();
        }
    }

    /** A part of the response has come in. */
    void read(Object message) {
        Exchange call = exchange;
        if (call == null) {
            return;
        }
        if (message instanceof HttpResponse) {
            answer(call, (HttpResponse) message);
        }
        ByteBuf bytes = answered ? bytes(message) : null;
        if (bytes != null && bytes.isReadable()) {
            ByteBuffer[] pieces = bytes.nioBuffers();
            for (int i = 0; i < pieces.length; i++) {
                call.piece(pieces[i]);
            }
        }
        // a broken one is an error, which is told of
        if (isWhole(message) && !isRedirect) {
            call.complete();
        }
    }

    private boolean isWhole(Object message) {
        return answered && message instanceof LastHttpContent && ((LastHttpContent) message).decoderResult().isSuccess();
    }

    /** What was read is told of: a redirect that nobody has followed by now was the answer. */
    void wasRead(Object message) {
        Exchange call = exchange;
        if (call != null && isRedirect && isWhole(message)) {
            call.complete();
        }
    }

    private void answer(Exchange call, HttpResponse response) {
        int status = response.status().code();
        if (answered || status < 200 || response.decoderResult().isFailure()) {
            return;
        }
        answered = true;
        isRedirect = status >= 300 && status < 400;
        HttpHeaders headers = response.headers();
        call.head(status, headers.get("content-type"), headers.get("content-encoding"), new Headers(headers));
    }

    private static ByteBuf bytes(Object message) {
        return message instanceof ByteBuf
                ? (ByteBuf) message
                : message instanceof ByteBufHolder ? ((ByteBufHolder) message).content() : null;
    }

    /**
     * Another try takes its place: where this is the call itself, that goes on, and is answered. Where it is an attempt of one, a
     * redirect was an answer, a broken connection was none; null then.
     */
    Exchange replaced(Throwable reason) {
        Exchange call = exchange;
        if (call != null && call.again()) {
            // what else comes over this connection is not for it
            exchange = null;
            return call;
        }
        if (call != null && answered) {
            call.complete();
        } else {
            failed(reason);
        }
        return null;
    }

    void failed(Throwable error) {
        Exchange call = exchange;
        if (call != null) {
            call.fail(error);
        }
    }

    void cancelled() {
        Exchange call = exchange;
        if (call != null) {
            call.cancel();
        }
    }

    private static final class Headers implements Supplier<Map<String, String>> {
        private final HttpHeaders headers;

        Headers(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Map<String, String> get() {
            Map<String, String> first = new HashMap<>();
            for (Map.Entry<String, String> header : headers) {
                first.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
            }
            return first;
        }
    }
}

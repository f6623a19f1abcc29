package dev.clew.plugins.vertxhttp;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.trace.Operation;
import dev.clew.wire.Exchange;
import dev.clew.wire.Exchanges;
import dev.clew.wire.Wire;
import io.netty.buffer.ByteBuf;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.net.URI;

/** A write of a request: what of it is the head takes {@link #headers} along, on the same thread. */
final class Sending implements Rescuable {
    /** By request, or by what the web client calls its context while it has no request. */
    static final Exchanges ALL = new Exchanges();

    private static final ThreadLocal<Sending> NOW = new ThreadLocal<>();

    private final Exchange exchange;
    private final String[] headers;
    private final Object before;

    private Sending(Exchange exchange, String[] headers) {
        this.exchange = exchange;
        this.headers = headers;
        NOW.set(this);
        // what the client starts for itself serves many calls
        before = exchange == null ? null : Current.set(null);
    }

    /** Null where nothing is to be done: no model call, and no trace to carry on. */
    static Sending of(HttpClientRequest request, Object chunk, boolean end) {
        Exchange exchange = ALL.of(request);
        if (exchange == null) {
            exchange = begin(request);
        }
        if (exchange == null) {
            String[] outgoing = Operation.outgoing();
            return outgoing == null ? null : new Sending(null, outgoing);
        }
        add(exchange, chunk);
        if (end) {
            exchange.requestComplete();
        }
        return new Sending(exchange, exchange.headers());
    }

    private static Exchange begin(HttpClientRequest request) {
        String method = String.valueOf(request.getMethod());
        if (!Wire.mayBe(method, request.getURI())) {
            return null;
        }
        Exchange exchange = begin(method, uri(request.absoluteURI()), request.headers());
        if (exchange != null) {
            adopt(request, exchange);
        }
        return exchange;
    }

    /** Null where it is no model call. */
    static Exchange begin(String method, URI uri, MultiMap headers) {
        Wire wire = uri == null ? null : Wire.recognise(method, uri, headers.get("content-type"));
        if (wire == null) {
            return null;
        }
        Exchange exchange = Exchange.begin(wire, method, uri, headers.get("x-stainless-retry-count"));
        exchange.leave();
        exchange.requestEncoding(headers.get("content-encoding"));
        return exchange;
    }

    /** From here on the exchange is that of this request. */
    static void adopt(Object request, Exchange exchange) {
        ALL.put(request, exchange);
        exchange.livesWith(request);
    }

    static URI uri(String address) {
        try {
            return address == null ? null : URI.create(address);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** A Netty buffer until 5.0. */
    static void add(Exchange exchange, Object chunk) {
        if (chunk instanceof ByteBuf) {
            ByteBuf bytes = (ByteBuf) chunk;
            exchange.request().add(bytes.nioBuffer(bytes.readerIndex(), bytes.readableBytes()));
        } else if (chunk instanceof Buffer) {
            byte[] bytes = ((Buffer) chunk).getBytes();
            exchange.request().add(bytes, 0, bytes.length);
        }
    }

    /** The headers of the request's head with those that carry the trace on; null for as they are. */
    static MultiMap more(MultiMap headers) {
        Sending now = NOW.get();
        if (now == null || now.headers == null || headers == null || headers.contains("traceparent")) {
            return null;
        }
        if (!isCopied(headers)) {
            now.addTo(headers);
            return null;
        }
        MultiMap more = MultiMap.caseInsensitiveMultiMap();
        more.addAll(headers);
        now.addTo(more);
        return more;
    }

    /** Headers of HTTP/2 and 3 are sent as the very object that they are, from 5.1 on. */
    private static boolean isCopied(MultiMap headers) {
        String name = headers.getClass().getName();
        return name.endsWith(".HeadersMultiMap") || name.endsWith(".Http1xHeaders");
    }

    private void addTo(MultiMap more) {
        for (int i = 0; i < headers.length; i += 2) {
            more.set(headers[i], headers[i + 1]);
        }
    }

    void over() {
        NOW.remove();
        if (exchange != null) {
            Current.set(before);
        }
    }

    @Override
    public void rescue() {
        over();
    }
}

package dev.clew.plugins.apachehttp4;

import dev.clew.context.Rescuable;
import dev.clew.trace.Operation;
import dev.clew.wire.Exchange;
import dev.clew.wire.Reading;
import dev.clew.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.HttpExecutionAware;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.entity.StringEntity;

/** One call of the client, while it is on its thread. */
final class Call implements Rescuable {
    private static final long AT_ONCE_MAX = 1 << 20;
    /** The call that a thread is in: the client sends and receives on the thread that calls it. */
    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    /** Null where it is no model call, but one within another: an interceptor fetches a token. */
    private final Exchange exchange;

    private final HttpRequest request;
    private final Call outer;
    private boolean bodySeen;

    private Call(Exchange exchange, HttpRequest request, Call outer) {
        this.exchange = exchange;
        this.request = request;
        this.outer = outer;
    }

    /** Null where there is nothing to be done. */
    static Call begin(HttpHost target, HttpRequest request) {
        Call outer = CURRENT.get();
        String method = method(request);
        URI uri = uri(method, target, request);
        Wire wire = uri == null ? null : Wire.recognise(method, uri, contentType(request));
        if (wire == null && outer == null) {
            return null;
        }
        Exchange exchange = wire == null
                ? null
                : Exchange.begin(wire, method, uri, value(request.getFirstHeader("x-stainless-retry-count")));
        Call call = new Call(exchange, request, outer);
        if (exchange != null) {
            // all happens on this thread, and interceptors work for what the application works for
            exchange.leave();
            call.readRequest();
        }
        CURRENT.set(call);
        return call;
    }

    /** Of requests that applications make, the ways to ask that make no objects; so of the address below. */
    private static String method(HttpRequest request) {
        return request instanceof HttpUriRequest
                ? ((HttpUriRequest) request).getMethod()
                : request == null ? null : request.getRequestLine().getMethod();
    }

    /** Null where it can't be a model call; of a path alone, the host is the target. */
    private static URI uri(String method, HttpHost target, HttpRequest request) {
        String address;
        if (request instanceof HttpUriRequest) {
            URI uri = ((HttpUriRequest) request).getURI();
            address = Wire.mayBe(method, uri) ? uri.toString() : null;
        } else {
            address = request == null ? null : request.getRequestLine().getUri();
            address = Wire.mayBe(method, address) ? address : null;
        }
        try {
            return address == null ? null : new URI(address.startsWith("/") && target != null ? target.toURI() + address : address);
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    /** Null where there is none. */
    static HttpEntity entity(HttpRequest request) {
        return request instanceof HttpEntityEnclosingRequest ? ((HttpEntityEnclosingRequest) request).getEntity() : null;
    }

    private static String contentType(HttpRequest request) {
        Header header = request.getFirstHeader("content-type");
        HttpEntity entity = entity(request);
        return header != null ? header.getValue() : entity == null ? null : value(entity.getContentType());
    }

    private static String value(Header header) {
        return header == null ? null : header.getValue();
    }

    /** At once where it is in memory; else as it is sent. */
    private void readRequest() {
        HttpEntity entity = entity(request);
        if (entity == null) {
            bodySeen = true;
            exchange.requestComplete();
        } else if ((entity.getClass() == StringEntity.class || entity.getClass() == ByteArrayEntity.class)
                && entity.getContentLength() <= AT_ONCE_MAX) {
            bodySeen = true;
            exchange.requestEncoding(encoding(request, entity));
            exchange.request().expect(entity.getContentLength());
            try {
                entity.writeTo(new RequestTee.Copy(exchange.request()));
                exchange.requestComplete();
            } catch (IOException neverOfMemory) {
                // not seen, then
            }
        }
    }

    private static String encoding(HttpRequest request, HttpEntity entity) {
        String encoding = value(request.getFirstHeader("content-encoding"));
        return encoding != null ? encoding : value(entity.getContentEncoding());
    }

    /** The headers that carry the trace on with what this thread sends; null for none. */
    static String[] headers() {
        Call call = CURRENT.get();
        return call == null || call.exchange == null ? Operation.outgoing() : call.exchange.headers();
    }

    /** What stands in for a body while it is sent, once an attempt; null where the body can stay. */
    static HttpEntity tee(HttpRequest sent, HttpEntity entity) {
        Call call = CURRENT.get();
        if (call == null || call.exchange == null || call.bodySeen || entity == null) {
            return null;
        }
        call.exchange.requestEncoding(encoding(sent, entity));
        return new RequestTee(entity, call.exchange);
    }

    /** The client answers, or throws. */
    void answered(HttpResponse response, Throwable error) {
        restore();
        if (exchange == null) {
            return;
        }
        if (response == null) {
            if (isCancelled()) {
                exchange.cancel();
            } else {
                exchange.fail(error);
            }
            return;
        }
        HttpEntity entity = response.getEntity();
        String contentType = value(response.getFirstHeader("content-type"));
        // of what the client has unpacked, the entity says so
        String encoding = entity == null ? null : value(entity.getContentEncoding());
        exchange.head(response.getStatusLine().getStatusCode(), contentType, encoding, new Headers(response.getAllHeaders()));
        if (entity == null) {
            exchange.complete();
            return;
        }
        ResponseTee tee = new ResponseTee(entity, new Reading(exchange, entity.getContentLength(), contentType), this);
        exchange.livesWith(tee);
        response.setEntity(tee);
    }

    /** Whether the application gave it up: what is thrown then depends on where the client just was. */
    boolean isCancelled() {
        return request instanceof HttpExecutionAware && ((HttpExecutionAware) request).isAborted();
    }

    private void restore() {
        if (CURRENT.get() == this) {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        }
    }

    @Override
    public void rescue() {
        restore();
        if (exchange != null) {
            exchange.rescue();
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

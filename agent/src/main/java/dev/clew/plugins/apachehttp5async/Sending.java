package dev.clew.plugins.apachehttp5async;

import dev.clew.context.Rescuable;
import dev.clew.trace.Operation;
import dev.clew.wire.Exchange;
import dev.clew.wire.Exchanges;
import dev.clew.wire.Wire;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/** What the advice of one call hands on to each other. */
final class Sending implements Rescuable {
    /** By what the application cancels, which is made for each call. */
    private static final Exchanges SENT = new Exchanges();

    private final Exchange exchange;
    private final CancellableDependency future;
    /** Null where there is none. */
    final AsyncEntityProducer body;

    final AsyncExecCallback callback;

    private Sending(Exchange exchange, AsyncEntityProducer body, AsyncExecChain.Scope scope, AsyncExecCallback callback) {
        this.exchange = exchange;
        this.future = scope.cancellableDependency;
        this.body = body == null ? null : new RequestTee(body, exchange, this);
        this.callback = new ResponseTee(callback, exchange, this);
        exchange.livesWith(this.callback);
        if (future != null) {
            SENT.put(future, exchange);
            exchange.stoppedWhen(future::isCancelled);
        }
    }

    /** Null where it is no model call. */
    static Sending begin(HttpRequest request, AsyncEntityProducer body, AsyncExecChain.Scope scope, AsyncExecCallback callback) {
        Wire wire = null;
        URI uri = null;
        if (Wire.mayBe(request.getMethod(), request.getPath())) {
            uri = uri(request);
            Header type = request.getFirstHeader("content-type");
            String contentType = type != null ? type.getValue() : body == null ? null : body.getContentType();
            wire = uri == null ? null : Wire.recognise(request.getMethod(), uri, contentType);
        }
        if (wire == null) {
            carry(request, Operation.outgoing());
            return null;
        }
        Header retries = request.getFirstHeader("x-stainless-retry-count");
        Exchange exchange = Exchange.begin(wire, request.getMethod(), uri, retries == null ? null : retries.getValue());
        try {
            carry(request, exchange.headers());
            Header encoding = request.getFirstHeader("content-encoding");
            if (encoding != null) {
                exchange.requestEncoding(encoding.getValue());
            } else if (body != null) {
                exchange.requestEncoding(body.getContentEncoding());
            } else {
                exchange.requestComplete();
            }
            return new Sending(exchange, body, scope, callback);
        } catch (Throwable failed) {
            exchange.rescue();
            throw failed;
        }
    }

    private static URI uri(HttpRequest request) {
        try {
            return request.getUri();
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }

    /** The request is the client's own copy; the application's stays as it is. */
    private static void carry(HttpRequest request, String[] headers) {
        if (headers != null && !request.containsHeader("traceparent")) {
            for (int i = 0; i < headers.length; i += 2) {
                request.addHeader(headers[i], headers[i + 1]);
            }
        }
    }

    /** A try of a call, the first or any other. */
    static void goesOn(HttpRequest request, AsyncExecChain.Scope scope) {
        Exchange exchange = SENT.of(scope.cancellableDependency);
        if (exchange != null && !request.containsHeader("traceparent")) {
            exchange.resent();
            carry(request, exchange.headers());
        }
    }

    void sent(Throwable error) {
        try {
            if (error != null) {
                failed(error);
            }
        } finally {
            exchange.leave();
        }
    }

    /** What is thrown where the application cancels depends on where the client just was. */
    void failed(Throwable error) {
        if (future != null && future.isCancelled()) {
            exchange.cancel();
        } else {
            exchange.fail(error);
        }
    }

    /** The client is done with it: where the application cancels, nothing else may be told. */
    void released() {
        try {
            if (future != null && future.isCancelled()) {
                exchange.cancel();
            }
        } catch (Throwable ours) {
            // not seen, then
        }
    }

    @Override
    public void rescue() {
        exchange.rescue();
    }
}

package dev.clew.plugins.okhttp;

import dev.clew.context.Rescuable;
import dev.clew.wire.Exchange;
import dev.clew.wire.Wire;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** One pass below the application's interceptors; what the hooks on its thread hand on to each other. */
final class Attempt implements Rescuable {
    private static final ThreadLocal<Attempt> PASSING = new ThreadLocal<>();

    /** Null where the request is no model call. */
    final Exchange exchange;

    private final Interceptor.Chain chain;
    private final Attempt before;

    private Attempt(Exchange exchange, Interceptor.Chain chain, Attempt before) {
        this.exchange = exchange;
        this.chain = chain;
        this.before = before;
    }

    /** The exchange that this thread is about to send; null for none. */
    static Attempt passing() {
        return PASSING.get();
    }

    /** Null where nothing is to be done at the end of the pass. */
    static Attempt enter(Interceptor.Chain chain) {
        Exchange exchange = begin(chain.request());
        Attempt before = PASSING.get();
        if (exchange == null && before == null) {
            return null;
        }
        // a request that an authenticator sends meanwhile is another
        Attempt attempt = new Attempt(exchange, chain, before);
        PASSING.set(attempt);
        return attempt;
    }

    private static Exchange begin(Request request) {
        Wire wire = recognise(request);
        if (wire == null) {
            return null;
        }
        URI uri = request.url().uri();
        Exchange exchange = Exchange.begin(wire, request.method(), uri, request.header("x-stainless-retry-count"));
        // what OkHttp starts for itself carries nothing anyway; cookie jars, authenticators and the like are the application's
        exchange.leave();
        exchange.requestEncoding(request.header("content-encoding"));
        return exchange;
    }

    /** What a request is; null where it is nothing we know. */
    static Wire recognise(Request request) {
        String method = request.method();
        // its toString makes no new string, while each of its parts does
        if (!Wire.mayBe(method, request.url().toString())) {
            return null;
        }
        RequestBody body = request.body();
        MediaType type = body == null ? null : body.contentType();
        return Wire.recognise(method, request.url().uri(), type == null ? request.header("content-type") : type.toString());
    }

    void leave(Throwable error) throws IOException {
        PASSING.set(before);
        if (exchange != null && error != null) {
            try {
                if (exchange.request().seen() == 0) {
                    RequestTee.neverSent(chain.request().body(), exchange);
                }
            } finally {
                fail(error);
            }
        }
    }

    /** The response as the application shall get it; null for as it is. */
    Response response(Response response) {
        if (exchange == null || response == null || response.body() == null) {
            return null;
        }
        try {
            return response.newBuilder().body(new ResponseTee(response, this)).build();
        } catch (Throwable failed) {
            exchange.rescue();
            throw failed;
        }
    }

    /** A cancelled call fails in many ways; one that took too long is cancelled by OkHttp itself. */
    void fail(Throwable thrown) {
        if (chain.call().isCanceled() && !(thrown instanceof InterruptedIOException)) {
            exchange.cancel();
        } else {
            exchange.fail(thrown);
        }
    }

    @Override
    public void rescue() {
        PASSING.set(before);
        if (exchange != null) {
            exchange.rescue();
        }
    }
}

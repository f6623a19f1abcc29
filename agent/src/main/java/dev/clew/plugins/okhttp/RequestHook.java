package dev.clew.plugins.okhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import dev.clew.trace.Operation;
import dev.clew.wire.Exchange;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Where OkHttp makes the request that goes out from the application's: the trace is carried on among the headers that it adds
 * of itself, and the application's request stays the one that its response names.
 */
@Hook(
        type = "okhttp3.internal.http.BridgeInterceptor",
        method = "intercept",
        calls = "okhttp3.Request$Builder.build",
        wakes = Wake.NOTHING)
final class RequestHook {
    private RequestHook() {}

    /** Always null: the builder stays, and is only told of more. */
    @Replace(0)
    static Request.Builder request(@Arg(0) Request.Builder builder) {
        Attempt attempt = Attempt.passing();
        Exchange exchange = attempt == null ? null : attempt.exchange;
        String[] more = exchange == null ? Operation.outgoing() : exchange.headers();
        if (exchange == null && more == null) {
            return null;
        }
        Request request = builder.build();
        if (exchange != null) {
            body(builder, request, exchange);
        }
        if (more != null && request.header("traceparent") == null) {
            for (int i = 0; i < more.length; i += 2) {
                if (request.header(more[i]) == null) {
                    builder.header(more[i], more[i + 1]);
                }
            }
        }
        return null;
    }

    private static void body(Request.Builder builder, Request request, Exchange exchange) {
        RequestBody body = request.body();
        if (body == null) {
            exchange.requestComplete();
        } else if (!body.isDuplex()) {
            builder.method(request.method(), new RequestTee(body, exchange));
        }
    }
}

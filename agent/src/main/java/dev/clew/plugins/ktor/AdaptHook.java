package dev.clew.plugins.ktor;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import io.ktor.client.request.HttpRequestData;
import io.ktor.http.Headers;
import io.ktor.http.HttpStatusCode;
import io.ktor.utils.io.ByteReadChannel;
import kotlin.coroutines.CoroutineContext;

/** Ktor's own reader of server-sent events takes the body before there is a response. */
@Hook(type = "io.ktor.client.request.SSEClientResponseAdapter", method = "adapt", wakes = Wake.NOTHING)
final class AdaptHook {
    private AdaptHook() {}

    @Replace(3)
    static ByteReadChannel body(
            @Arg(0) HttpRequestData request,
            @Arg(1) HttpStatusCode status,
            @Arg(2) Headers headers,
            @Arg(3) ByteReadChannel body,
            @Arg(5) CoroutineContext context) {
        Exchange exchange = Call.ALL.of(request);
        return exchange == null ? null : BodyTee.over(body, exchange, status, headers, context, true);
    }
}

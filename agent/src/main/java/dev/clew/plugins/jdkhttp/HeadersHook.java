package dev.clew.plugins.jdkhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import dev.clew.trace.Operation;
import dev.clew.wire.Exchange;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * Carries the trace on, among the headers that the client adds of itself: the application's request stays as it is, and equal
 * to the one that its response names.
 */
@Hook(type = "jdk.internal.net.http.MultiExchange", method = "<init>", wakes = Wake.NOTHING)
final class HeadersHook {
    private HeadersHook() {}

    /** Always null: the client's own request stays too, and is only told of more headers. */
    @Replace(1)
    static Object request(@Arg(0) HttpRequest request, @Arg(1) Object sent, @Arg(3) HttpResponse.BodyHandler<?> handler)
            throws Throwable {
        Exchange exchange = handler instanceof ResponseTee ? ((ResponseTee<?>) handler).exchange() : null;
        String[] more = exchange != null ? exchange.headers() : Operation.outgoing();
        if (more != null && request.headers().allValues("traceparent").isEmpty()) {
            SystemHeaders.add(sent, more);
            if (exchange != null) {
                RedirectHook.SENT.putUntilEnd(sent, exchange);
            }
        }
        return null;
    }
}

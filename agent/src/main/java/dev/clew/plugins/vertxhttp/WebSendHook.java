package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;

/** The web client has got a connection: its exchange goes on as that of the request, which is written from the start. */
@Hook(
        type = "io.vertx.ext.web.client.impl.HttpContext",
        method = "sendRequest",
        params = "io.vertx.core.http.HttpClientRequest",
        wakes = Wake.NOTHING)
final class WebSendHook {
    private WebSendHook() {}

    @Enter
    static Object enter(@This Object context, @Arg(0) Object request) {
        Exchange exchange = Sending.ALL.take(context);
        if (exchange != null) {
            Sending.adopt(request, exchange);
            exchange.request().again();
        }
        return null;
    }
}

package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import io.vertx.ext.web.client.impl.HttpContext;

/** The web client gives a call up, for want of a connection or for what an interceptor found. */
@Hook(
        type = "io.vertx.ext.web.client.impl.HttpContext",
        method = "fail",
        params = "java.lang.Throwable",
        wakes = Wake.NOTHING)
final class WebFailHook {
    private WebFailHook() {}

    @Enter
    static Object enter(@This HttpContext<?> context, @Arg(0) Throwable thrown) {
        Exchange exchange = Sending.ALL.take(context);
        if (exchange == null) {
            exchange = Sending.ALL.of(context.clientRequest());
        } else {
            exchange.requestComplete();
        }
        if (exchange != null) {
            exchange.fail(thrown);
        }
        return null;
    }
}

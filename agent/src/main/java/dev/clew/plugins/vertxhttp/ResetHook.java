package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;

/** The application wants no more of it. */
@Hook(
        type = "io.vertx.core.http.impl.HttpClientRequestBase",
        method = "reset",
        params = {"long"},
        wakes = Wake.NOTHING)
final class ResetHook {
    private ResetHook() {}

    @Enter
    static Object enter(@This Object request) {
        Exchange exchange = Sending.ALL.of(request);
        if (exchange != null) {
            exchange.cancel();
        }
        return null;
    }
}

package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import io.vertx.core.http.HttpClientResponse;

/** The response is complete; the second name is that of 5.1 and later. */
@Hook(
        type = "io.vertx.core.http.impl.HttpClientResponseImpl",
        method = {"handleEnd", "handleTrailers"},
        params = "io.vertx.core.MultiMap",
        wakes = Wake.NOTHING)
final class EndHook {
    private EndHook() {}

    @Enter
    static Callback enter(@This HttpClientResponse response) {
        Exchange exchange = Sending.ALL.of(response.request());
        if (exchange == null) {
            return null;
        }
        exchange.complete();
        return Callback.of(exchange);
    }

    @Exit
    static void exit(@Entered Callback callback) {
        Callback.over(callback);
    }
}

package dev.clew.plugins.vertxhttp;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;

/** It broke off, before the response or within it; told as the application hears of it. */
@Hook(
        type = "io.vertx.core.http.impl.HttpClientRequestBase",
        method = "fail",
        params = "java.lang.Throwable",
        wakes = Wake.NOTHING)
final class FailHook {
    private FailHook() {}

    @Enter
    static Callback enter(@This Object request, @Arg(0) Throwable thrown) {
        Exchange exchange = Sending.ALL.of(request);
        if (exchange == null) {
            return null;
        }
        exchange.fail(thrown);
        return Callback.of(exchange);
    }

    @Exit
    static void exit(@Entered Callback callback) {
        Callback.over(callback);
    }
}

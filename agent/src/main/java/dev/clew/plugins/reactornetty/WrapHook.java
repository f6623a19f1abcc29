package dev.clew.plugins.reactornetty;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import reactor.netty.Connection;

/** Of some errors the application is told in the client's own words. */
@Hook(
        type = "reactor.netty.http.client.HttpClientOperations",
        method = "wrapInboundError",
        params = "java.lang.Throwable",
        wakes = Wake.NOTHING)
final class WrapHook {
    private WrapHook() {}

    @Exit
    static void exit(@This Object operations, @Returned Throwable error) {
        Attempt attempt = error == null ? null : Attempt.on(((Connection) operations).channel());
        if (attempt != null) {
            attempt.failed(error);
        }
    }
}

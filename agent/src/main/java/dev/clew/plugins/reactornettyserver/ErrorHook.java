package dev.clew.plugins.reactornettyserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** The handler failed; the server answers 500 where nothing was sent yet. */
@Hook(
        type = "reactor.netty.http.server.HttpServerOperations",
        method = "onOutboundError",
        params = "java.lang.Throwable",
        wakes = Wake.WEAVING)
final class ErrorHook {
    private ErrorHook() {}

    @Exit
    static void exit(@This Object operations, @Arg(0) Throwable error) {
        Ends.end(operations, error);
    }
}

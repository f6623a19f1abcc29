package dev.clew.plugins.reactornetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** The client decides whether it tries again: it follows a redirect, authenticates, or has found a pooled connection dead. */
@Hook(
        type = "reactor.netty.http.client.HttpClientConnect$HttpClientHandler",
        method = "test",
        params = "java.lang.Throwable",
        wakes = Wake.NOTHING)
final class AgainHook {
    private AgainHook() {}

    @Exit
    static void exit(@This Object handler, @Arg(0) Throwable reason, @Returned Object tries) {
        Sending sending = Boolean.TRUE.equals(tries) ? Sending.of(handler) : null;
        if (sending != null) {
            sending.again(reason);
        }
    }
}

package dev.clew.plugins.reactornetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import reactor.netty.Connection;

/** A response breaks off. */
@Hook(
        type = "reactor.netty.channel.ChannelOperations",
        method = "onInboundError",
        params = "java.lang.Throwable",
        wakes = Wake.NOTHING)
final class BreakHook {
    private BreakHook() {}

    /** Afterwards: it may have been put into other words meanwhile. */
    @Exit
    static void exit(@This Object operations, @Arg(0) Throwable error) {
        Attempt attempt = error == null ? null : Attempt.on(((Connection) operations).channel());
        if (attempt != null) {
            attempt.failed(error);
        }
    }
}

package dev.clew.plugins.reactornettyserver;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** The last byte was written, or the connection is gone. */
@Hook(type = "reactor.netty.channel.ChannelOperations", method = "terminate", params = {}, wakes = Wake.WEAVING)
final class TerminateHook {
    private TerminateHook() {}

    @Enter
    static Object enter(@This Object operations) {
        Ends.end(operations, null);
        return null;
    }
}

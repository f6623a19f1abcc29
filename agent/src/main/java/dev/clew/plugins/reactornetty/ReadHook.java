package dev.clew.plugins.reactornetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import io.netty.handler.codec.http.LastHttpContent;
import reactor.netty.Connection;

/** Each part of a response as it comes in: decompressed where the client does that, and asked for by the application. */
@Hook(
        type = "reactor.netty.http.client.HttpClientOperations",
        method = "onInboundNext",
        params = {"io.netty.channel.ChannelHandlerContext", "java.lang.Object"},
        wakes = Wake.NOTHING)
final class ReadHook {
    private ReadHook() {}

    /** The attempt that ends here. */
    @Enter
    static Attempt enter(@This Object operations, @Arg(1) Object message) {
        Attempt attempt = Attempt.on(((Connection) operations).channel());
        if (attempt == null) {
            return null;
        }
        attempt.read(message);
        return message instanceof LastHttpContent ? attempt : null;
    }

    /** The connection may serve the next request already. */
    @Exit
    static void exit(@Entered Attempt over, @This Object operations, @Arg(1) Object message) {
        if (over != null) {
            over.wasRead(message);
            over.over(((Connection) operations).channel());
        }
    }
}

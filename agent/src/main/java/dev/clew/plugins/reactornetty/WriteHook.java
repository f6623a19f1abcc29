package dev.clew.plugins.reactornetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import io.netty.channel.ChannelHandlerContext;

/** Where HTTP/1.1 is encoded: all that is sent comes by here, whichever way the application has sent it. */
@Hook(
        type = "io.netty.channel.CombinedChannelDuplexHandler",
        method = "write",
        params = {"io.netty.channel.ChannelHandlerContext", "java.lang.Object", "*"},
        wakes = Wake.NOTHING)
final class WriteHook {
    private WriteHook() {}

    @Enter
    static Object enter(@Arg(0) ChannelHandlerContext context, @Arg(1) Object message) {
        Attempt attempt = Attempt.on(context.channel());
        if (attempt != null) {
            attempt.written(message);
        }
        return null;
    }
}

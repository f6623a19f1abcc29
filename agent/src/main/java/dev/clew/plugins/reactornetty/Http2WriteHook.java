package dev.clew.plugins.reactornetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import io.netty.channel.ChannelHandlerContext;

/** The same for HTTP/2, where each request has a channel of its own. */
@Hook(
        type = "reactor.netty.http.client.Http2StreamBridgeClientHandler",
        method = "write",
        params = {"io.netty.channel.ChannelHandlerContext", "java.lang.Object", "*"},
        wakes = Wake.NOTHING)
final class Http2WriteHook {
    private Http2WriteHook() {}

    @Enter
    static Object enter(@Arg(0) ChannelHandlerContext context, @Arg(1) Object message) {
        Attempt attempt = Attempt.on(context.channel());
        if (attempt != null) {
            attempt.written(message);
        }
        return null;
    }
}

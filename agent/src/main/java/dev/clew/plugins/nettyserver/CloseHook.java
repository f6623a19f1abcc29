package dev.clew.plugins.nettyserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import io.netty.channel.ChannelHandlerContext;

/** The channel is closed, and every handler behind the decoder knows. */
@Hook(
        type = "io.netty.handler.codec.ByteToMessageDecoder",
        method = "channelInactive",
        params = "io.netty.channel.ChannelHandlerContext",
        wakes = Wake.WEAVING)
final class CloseHook {
    private CloseHook() {}

    @Exit
    static void exit(@Arg(0) ChannelHandlerContext context) {
        Connection connection = Connection.of(context.channel());
        if (connection != null) {
            connection.closed();
        }
    }
}

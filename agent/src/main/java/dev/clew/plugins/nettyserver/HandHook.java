package dev.clew.plugins.nettyserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/** Where a decoder hands on what it decoded: a request's head, pieces of its content, or both; never two requests at once. */
@Hook(
        type = "io.netty.handler.codec.ByteToMessageDecoder",
        method = "fireChannelRead",
        params = {"io.netty.channel.ChannelHandlerContext", "io.netty.handler.codec.CodecOutputList", "int"},
        wakes = Wake.WEAVING)
final class HandHook {
    private HandHook() {}

    @Enter
    static Object enter(@Arg(0) ChannelHandlerContext context, @Arg(1) List<?> messages, @Arg(2) int count) {
        if (count == 0) {
            return null;
        }
        Object first = messages.get(0);
        if (first instanceof HttpRequest) {
            return begin(context, (HttpRequest) first, messages.get(count - 1));
        }
        if (!(first instanceof HttpContent)) {
            return null;
        }
        Connection connection = Connection.of(context.channel());
        return connection == null ? null : connection.resume(messages.get(count - 1) instanceof LastHttpContent);
    }

    private static Object begin(ChannelHandlerContext context, HttpRequest request, Object last) {
        // the decoders of RTSP and ICAP hand on what looks the same
        if (!request.protocolVersion().protocolName().equals("HTTP")) {
            return null;
        }
        Connection connection = Connection.serving(context.channel(), context.pipeline());
        return connection == null ? null : connection.begin(request, !(last instanceof LastHttpContent));
    }

    @Exit
    static void exit(@Entered Object entered) {
        Requests.leave(entered);
    }
}

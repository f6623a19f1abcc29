package dev.clew.plugins.nettyserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.LastHttpContent;

/** Each piece of a response, as it is encoded: its head, contents, the last one, or all of it at once. */
@Hook(
        type = "io.netty.handler.codec.http.HttpObjectEncoder",
        method = "encode",
        params = {"io.netty.channel.ChannelHandlerContext", "java.lang.Object", "java.util.List"},
        wakes = Wake.WEAVING)
final class AnswerHook {
    private AnswerHook() {}

    @Exit
    static void exit(
            @This Object encoder, @Arg(0) ChannelHandlerContext context, @Arg(1) Object message, @Threw Throwable refused) {
        boolean head = message instanceof HttpResponse;
        boolean last = message instanceof LastHttpContent;
        if (refused != null || !(head || last) || !(encoder instanceof HttpResponseEncoder)) {
            return;
        }
        Connection connection = Connection.of(context.channel());
        if (connection == null) {
            return;
        }
        if (head) {
            connection.head((HttpResponse) message);
        }
        if (last) {
            connection.answered();
        }
    }
}

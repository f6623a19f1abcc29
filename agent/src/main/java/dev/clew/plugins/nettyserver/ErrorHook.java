package dev.clew.plugins.nettyserver;

import dev.clew.context.Current;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;
import io.netty.channel.ChannelHandlerContext;

/** A handler threw, and the pipeline is told. */
@Hook(
        type = "io.netty.channel.AbstractChannelHandlerContext",
        method = "invokeExceptionCaught",
        params = "java.lang.Throwable",
        wakes = Wake.NOTHING)
final class ErrorHook {
    private ErrorHook() {}

    @Enter
    static Object enter(@This ChannelHandlerContext context, @Arg(0) Throwable error) {
        if (Current.get() instanceof Incoming) {
            Connection connection = Connection.of(context.channel());
            if (connection != null) {
                connection.threw(error);
            }
        }
        return null;
    }
}

package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import java.nio.ByteBuffer;
import org.eclipse.jetty.client.Request;

/** A piece of a body that is sent, where it was not in memory. */
@Hook(
        type = "org.eclipse.jetty.client.transport.HttpRequest",
        method = "notifyContent",
        params = "java.nio.ByteBuffer",
        wakes = Wake.NOTHING)
final class ContentHook {
    private ContentHook() {}

    @Enter
    static Object enter(@This Request request, @Arg(0) ByteBuffer bytes) {
        Exchange exchange = Calls.ALL.of(request);
        if (exchange != null && Calls.isSentPiecewise(request)) {
            exchange.request().add(bytes);
        }
        return null;
    }
}

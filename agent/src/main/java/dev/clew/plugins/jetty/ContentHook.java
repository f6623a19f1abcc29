package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import java.nio.ByteBuffer;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpExchange;

/** A piece of a body that goes out, where it was not in memory; what is told afterwards may come after the answer. */
@Hook(
        type = "org.eclipse.jetty.client.transport.HttpSender",
        subtypes = true,
        method = {"sendHeaders", "sendContent"},
        params = {"org.eclipse.jetty.client.transport.HttpExchange", "java.nio.ByteBuffer", "boolean", "*"},
        wakes = Wake.NOTHING)
final class ContentHook {
    private ContentHook() {}

    @Enter
    static Object enter(@Arg(0) HttpExchange exchanged, @Arg(1) ByteBuffer bytes, @Arg(2) boolean last) {
        Request request = exchanged.getRequest();
        Exchange exchange = Calls.ALL.of(request);
        if (exchange != null && Calls.isSentPiecewise(request)) {
            if (bytes != null) {
                exchange.request().add(bytes);
            }
            if (last) {
                exchange.requestComplete();
            }
        }
        return null;
    }
}

package dev.clew.plugins.jetty;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import org.eclipse.jetty.client.transport.HttpRequest;

/** Where every request begins its way out, before it waits for a connection. */
@Hook(
        type = "org.eclipse.jetty.client.transport.HttpRequest",
        method = "sendAsync",
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class SendHook {
    private SendHook() {}

    @Enter
    static Exchange enter(@This HttpRequest request) {
        Exchange exchange = Calls.begin(request);
        Calls.carryOn(request, exchange != null ? exchange : Calls.ALL.of(request));
        return exchange;
    }

    @Exit
    static void exit(@Entered Exchange exchange) {
        if (exchange != null) {
            exchange.leave();
        }
    }
}

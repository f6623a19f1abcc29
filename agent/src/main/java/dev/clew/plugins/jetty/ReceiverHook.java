package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import org.eclipse.jetty.client.transport.HttpExchange;
import org.eclipse.jetty.http.HttpStatus;

/** Which exchange a receiver reads for from here on: receivers are used again. */
@Hook(
        type = "org.eclipse.jetty.client.transport.HttpReceiver",
        method = "responseHeaders",
        params = "org.eclipse.jetty.client.transport.HttpExchange",
        wakes = Wake.NOTHING)
final class ReceiverHook {
    private ReceiverHook() {}

    @Enter
    static Object enter(@This Object receiver, @Arg(0) HttpExchange exchanged) {
        Calls.ALL.take(receiver);
        Exchange exchange = Calls.ALL.of(exchanged.getRequest());
        if (exchange != null && !HttpStatus.isInterim(exchanged.getResponse().getStatus())) {
            Calls.ALL.put(receiver, exchange);
        }
        return null;
    }
}

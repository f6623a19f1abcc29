package dev.clew.plugins.jetty;

import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import org.eclipse.jetty.client.Request;

/** The body is sent. */
@Hook(
        type = "org.eclipse.jetty.client.transport.HttpRequest",
        method = "notifySuccess",
        wakes = Wake.NOTHING)
final class SentHook {
    private SentHook() {}

    @Enter
    static Object enter(@This Request request) {
        Exchange exchange = Calls.ALL.of(request);
        if (exchange != null) {
            exchange.requestComplete();
        }
        return null;
    }
}

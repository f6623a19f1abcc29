package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import org.eclipse.jetty.client.transport.HttpExchange;

/** There is more for who has asked for it. */
@Hook(
        type = "org.eclipse.jetty.client.transport.HttpReceiver",
        method = "responseContentAvailable",
        params = "org.eclipse.jetty.client.transport.HttpExchange",
        wakes = Wake.NOTHING)
final class DemandHook {
    private DemandHook() {}

    @Enter
    static Callback enter(@Arg(0) HttpExchange exchanged) {
        return Calls.callback(exchanged.getRequest());
    }

    @Exit
    static void exit(@Entered Callback callback) {
        Callback.over(callback);
    }
}

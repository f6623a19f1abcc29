package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import org.eclipse.jetty.client.Result;

/** The end of it all, good or bad. */
@Hook(
        type = "org.eclipse.jetty.client.transport.ResponseListeners",
        method = "notifyComplete",
        params = "org.eclipse.jetty.client.Result",
        wakes = Wake.NOTHING)
final class CompleteHook {
    private CompleteHook() {}

    @Enter
    static Callback enter(@Arg(0) Result result) {
        Exchange exchange = Calls.ALL.of(result.getRequest());
        Callback callback = Calls.callback(result.getRequest());
        if (exchange != null && (result.getResponseFailure() != null || !Calls.mayGoOn(result.getRequest(), result.getResponse()))) {
            Calls.end(exchange, result.getFailure());
        }
        return callback;
    }

    @Exit
    static void exit(@Entered Callback callback, @Arg(0) Result result) {
        Callback.over(callback);
        // another request may go on with it by now
        Exchange exchange = Calls.ALL.of(result.getRequest());
        if (exchange != null) {
            Calls.end(exchange, result.getFailure());
        }
    }
}

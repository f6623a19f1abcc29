package dev.clew.plugins.jetty;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.wire.Exchange;
import org.eclipse.jetty.client.Result;

/** What the application is told where the client has looked whether to go on, and does not: it may leave out a failure of the request. */
@Hook(
        type = "org.eclipse.jetty.client.transport.ResponseListeners",
        method = {"emitSuccessComplete", "emitFailureComplete"},
        params = "org.eclipse.jetty.client.Result",
        wakes = Wake.NOTHING)
final class EmitHook {
    private EmitHook() {}

    @Enter
    static Object enter(@Arg(0) Result result) {
        Exchange exchange = Calls.ALL.of(result.getRequest());
        if (exchange != null) {
            Calls.end(exchange, result.getFailure());
        }
        return null;
    }
}

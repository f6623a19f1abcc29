package dev.clew.plugins.vertxserver;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Requests;

/** A thread goes to work on a context, whoever sent it there: on a request's own context it works for that request. */
@Hook(type = "io.vertx.core.impl.VertxImpl", method = "beginDispatch", params = "*", wakes = Wake.NOTHING)
final class BeginDispatchHook {
    private BeginDispatchHook() {}

    /** Until {@link EndDispatchHook} sees the same context again. */
    @Exit
    static void exit(@Arg(0) Object context) {
        Requests.resume(context);
    }
}

package dev.clew.plugins.vertxserver;

import dev.clew.context.Current;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;
import dev.clew.trace.Requests;

/** A thread goes back from a context to the one before. What is current from elsewhere stays. */
@Hook(type = "io.vertx.core.impl.VertxImpl", method = "endDispatch", params = "*", wakes = Wake.NOTHING)
final class EndDispatchHook {
    private EndDispatchHook() {}

    @Enter
    static Object enter(@Arg(0) Object previous) {
        Object work = Current.get();
        if (work instanceof Incoming && Requests.of(Servers.context()) == work) {
            Object before = Requests.of(previous);
            if (before != work) {
                Current.set(before);
            }
        }
        return null;
    }
}

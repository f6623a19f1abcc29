package dev.clew.plugins.undertow;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** A task that a handler gives to a worker thread: Undertow's pools are none of the JDK's. */
@Hook(
        type = "io.undertow.server.HttpServerExchange",
        method = "dispatch",
        params = {"java.util.concurrent.Executor", "java.lang.Runnable"},
        wakes = Wake.NOTHING)
final class DispatchHook {
    private DispatchHook() {}

    @Replace(1)
    static Runnable carry(@Arg(1) Runnable task) {
        // its own come to RootHook, and would show ours in stack traces
        return task == null || task.getClass().getName().startsWith("io.undertow.server.HttpServerExchange") ? null : Carry.runnable(task);
    }
}

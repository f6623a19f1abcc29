package dev.clew.plugins.netty;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** A task on its way into the queue of an event loop: a rejection still shows the task itself. */
@Hook(
        type = "io.netty.util.concurrent.SingleThreadEventExecutor",
        method = "offerTask",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class ExecuteHook {
    private ExecuteHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return Tasks.carry(task);
    }
}

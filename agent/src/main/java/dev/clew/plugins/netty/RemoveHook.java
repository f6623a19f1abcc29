package dev.clew.plugins.netty;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** Finds a task that waits in its wrapper. */
@Hook(
        type = "io.netty.util.concurrent.SingleThreadEventExecutor",
        method = "removeTask",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class RemoveHook {
    private RemoveHook() {}

    @Replace(0)
    static Runnable find(@Arg(0) Runnable task) {
        return task == null || task instanceof Tasks.Sought || Tasks.isNettys(task) ? null : new Tasks.Sought(task);
    }
}

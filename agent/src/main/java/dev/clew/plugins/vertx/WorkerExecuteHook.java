package dev.clew.plugins.vertx;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** A task on a worker context, from 4.5 on. */
@Hook(
        type = "io.vertx.core.impl.WorkerExecutor",
        method = "execute",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class WorkerExecuteHook {
    private WorkerExecuteHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return Carry.runnable(task);
    }
}

package dev.clew.plugins.netty;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** {@code submit} of a task with a result. */
@Hook(
        type = "io.netty.util.concurrent.PromiseTask",
        method = "<init>",
        params = {"io.netty.util.concurrent.EventExecutor", "java.lang.Runnable", "java.lang.Object"},
        wakes = Wake.NOTHING)
final class TaskWithResultHook {
    private TaskWithResultHook() {}

    @Replace(1)
    static Runnable carry(@Arg(1) Runnable task) {
        return Tasks.carry(task);
    }
}

package dev.clew.plugins.netty;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** {@code submit} and one-shot {@code schedule}. */
@Hook(
        type = "io.netty.util.concurrent.PromiseTask",
        method = "<init>",
        params = {"io.netty.util.concurrent.EventExecutor", "*"},
        wakes = Wake.NOTHING)
final class TaskHook {
    private TaskHook() {}

    @Replace(1)
    static Object carry(@Arg(1) Object task) {
        return Tasks.carryEither(task);
    }
}

package dev.clew.plugins.netty;

import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;

/** A task that is taken back runs no more. */
@Hook(
        type = "io.netty.util.concurrent.SingleThreadEventExecutor",
        method = "removeTask",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class RemoveHook {
    private RemoveHook() {}

    @Exit
    static void exit(@Arg(0) Runnable task, @Returned Object removed) {
        if (Boolean.TRUE.equals(removed)) {
            Waiting.take(task);
        }
    }
}

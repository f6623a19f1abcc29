package dev.clew.plugins.netty;

import dev.clew.context.Carry;
import dev.clew.context.Waiting;
import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;

/** Other loops, the application's own too, take a task and run it at once: they get it wrapped, if a context waits. */
@Hook(
        type = "io.netty.util.concurrent.SingleThreadEventExecutor",
        method = {"takeTask", "pollTask"},
        params = {},
        wakes = Wake.NOTHING)
final class TakeHook {
    private TakeHook() {}

    @ReplaceReturned
    static Runnable carry(@Returned Runnable task) {
        return task == null || Waiting.isEmpty() ? null : Carry.runnable(Waiting.take(task), task);
    }
}

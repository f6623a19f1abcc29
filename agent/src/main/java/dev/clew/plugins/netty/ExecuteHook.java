package dev.clew.plugins.netty;

import dev.clew.context.Current;
import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import dev.clew.trace.Incoming;

/** A task on its way into the queue of an event loop, where others may see it: its context waits beside it. */
@Hook(
        type = "io.netty.util.concurrent.SingleThreadEventExecutor",
        method = "offerTask",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class ExecuteHook {
    private ExecuteHook() {}

    @Enter
    static Object enter(@Arg(0) Runnable task) {
        Object work = task == null ? null : Current.get();
        if (work == null || Tasks.isNettys(task) && !(work instanceof Incoming && Tasks.handsOn(task))) {
            return null;
        }
        Waiting.put(task);
        return task;
    }

    @Exit
    static void exit(@Entered Object task, @Returned Object offered) {
        if (task != null && !Boolean.TRUE.equals(offered)) {
            Waiting.take(task);
        }
    }
}

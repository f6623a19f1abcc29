package dev.clew.plugins.netty;

import dev.clew.context.Carry;
import dev.clew.context.Current;
import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
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
        if (task == null || Current.get() == null || Tasks.isNettys(task)) {
            return null;
        }
        Waiting.put(task);
        return task;
    }

    /** Nobody looks for one of Netty's own, so that it can be wrapped: its executor may wait for it since before all this was woven. */
    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return task != null && Current.get() instanceof Incoming && Tasks.handsOn(task) ? Carry.runnable(task) : null;
    }

    @Exit
    static void exit(@Entered Object task, @Returned Object offered) {
        if (task != null && !Boolean.TRUE.equals(offered)) {
            Waiting.take(task);
        }
    }
}

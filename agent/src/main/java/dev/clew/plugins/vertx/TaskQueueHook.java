package dev.clew.plugins.vertx;

import dev.clew.context.Carry;
import dev.clew.context.Current;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/**
 * Ordered tasks on worker threads. What goes to the executor is not the task but one that empties the queue, others' tasks
 * included: it carries nothing. Named tasks are Vert.x's own, which knows them by their type; they carry what is within.
 */
@Hook(
        type = "io.vertx.core.impl.TaskQueue",
        method = "execute",
        params = {"java.lang.Runnable", "java.util.concurrent.Executor"},
        wakes = Wake.NOTHING)
final class TaskQueueHook {
    private TaskQueueHook() {}

    @Enter
    static Object enter() {
        Object work = Current.get();
        if (work != null) {
            Current.set(null);
        }
        return work;
    }

    @Replace(0)
    static Runnable carry(@Entered Object work, @Arg(0) Runnable task) {
        return work != null && task != null && task.getClass().isHidden() ? Carry.runnable(work, task) : null;
    }

    @Exit
    static void exit(@Entered Object work) {
        if (work != null) {
            Current.set(work);
        }
    }
}

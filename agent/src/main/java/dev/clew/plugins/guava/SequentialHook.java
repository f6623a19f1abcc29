package dev.clew.plugins.guava;

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
 * Tasks one after the other. What goes to the executor is not the task but one that empties the queue, others' tasks included: it
 * carries nothing.
 */
@Hook(
        type = "com.google.common.util.concurrent.SequentialExecutor",
        method = "execute",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class SequentialHook {
    private SequentialHook() {}

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
        return task == null ? null : Carry.runnable(work, task);
    }

    @Exit
    static void exit(@Entered Object work) {
        if (work != null) {
            Current.set(work);
        }
    }
}

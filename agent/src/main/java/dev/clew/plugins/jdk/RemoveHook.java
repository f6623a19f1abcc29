package dev.clew.plugins.jdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import java.util.concurrent.ThreadPoolExecutor;

/** {@code remove(task)} finds a task that waits in its wrapper. */
@Hook(
        type = "java.util.concurrent.ThreadPoolExecutor",
        method = "remove",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class RemoveHook {
    private RemoveHook() {}

    @Replace(0)
    static Runnable find(@This ThreadPoolExecutor pool, @Arg(0) Runnable task) {
        if (task == null || pool.getClass() != ThreadPoolExecutor.class) {
            return null;
        }
        for (Runnable waiting : pool.getQueue()) {
            if (waiting == task) {
                return null;
            }
            if (Carry.unwrap(waiting) == task) {
                return waiting;
            }
        }
        return null;
    }
}

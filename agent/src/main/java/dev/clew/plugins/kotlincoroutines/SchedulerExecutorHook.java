package dev.clew.plugins.kotlincoroutines;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** {@code Dispatchers.Default.asExecutor()}. */
@Hook(
        type = "kotlinx.coroutines.scheduling.CoroutineScheduler",
        method = "execute",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class SchedulerExecutorHook {
    private SchedulerExecutorHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return Carry.runnable(task);
    }
}

package dev.clew.plugins.reactor;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import dev.clew.plugins.async.HandedTask;

/** A worker of such a scheduler. */
@Hook(
        type = "reactor.core.scheduler.ExecutorScheduler$ExecutorSchedulerWorker",
        method = "schedule",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class OwnExecutorWorkerHook {
    private OwnExecutorWorkerHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return HandedTask.of(task);
    }
}

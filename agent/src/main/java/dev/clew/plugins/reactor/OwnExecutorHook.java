package dev.clew.plugins.reactor;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import dev.clew.plugins.async.HandedTask;

/** A scheduler over an executor of the application's own: its tasks pass no hook of Reactor's. */
@Hook(
        type = "reactor.core.scheduler.ExecutorScheduler",
        method = "schedule",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class OwnExecutorHook {
    private OwnExecutorHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return HandedTask.of(task);
    }
}

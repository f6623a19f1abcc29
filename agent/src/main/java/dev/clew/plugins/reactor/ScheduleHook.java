package dev.clew.plugins.reactor;

import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import dev.clew.plugins.async.HandedTask;
import dev.clew.plugins.async.Sentinels;

/** Every task of every scheduler passes here, after the application's own hooks on it: they see their own task. */
@Hook(
        type = "reactor.core.scheduler.Schedulers",
        method = "onSchedule",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class ScheduleHook {
    static {
        Sentinels.initialise(
                ScheduleHook.class.getClassLoader(),
                "reactor.core.scheduler.SchedulerTask",
                "reactor.core.scheduler.WorkerTask",
                "reactor.core.scheduler.PeriodicSchedulerTask",
                "reactor.core.scheduler.PeriodicWorkerTask",
                "reactor.core.scheduler.InstantPeriodicWorkerTask");
    }

    private ScheduleHook() {}

    @ReplaceReturned
    static Runnable carry(@Returned Runnable task) {
        return HandedTask.of(task);
    }
}

package dev.clew.plugins.rxjava3;

import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import dev.clew.plugins.async.HandedTask;
import dev.clew.plugins.async.Sentinels;

/** Every task of every scheduler passes here, after the application's own handler: it sees its own task. */
@Hook(
        type = "io.reactivex.rxjava3.plugins.RxJavaPlugins",
        method = "onSchedule",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class ScheduleHook {
    static {
        Sentinels.initialise(
                ScheduleHook.class.getClassLoader(),
                "io.reactivex.rxjava3.internal.schedulers.AbstractDirectTask",
                "io.reactivex.rxjava3.internal.schedulers.InstantPeriodicTask");
    }

    private ScheduleHook() {}

    @ReplaceReturned
    static Runnable carry(@Returned Runnable task) {
        return HandedTask.of(task);
    }
}

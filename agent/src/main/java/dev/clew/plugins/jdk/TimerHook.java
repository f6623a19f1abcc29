package dev.clew.plugins.jdk;

import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import java.util.TimerTask;

/** A task that runs once carries; one that runs again and again belongs to nobody. */
@Hook(
        type = "java.util.Timer",
        method = "sched",
        params = {"java.util.TimerTask", "long", "long"},
        wakes = Wake.NOTHING)
final class TimerHook {
    private TimerHook() {}

    @Enter
    static Object enter(@Arg(0) TimerTask task, @Arg(2) long period) {
        if (period == 0) {
            Waiting.put(task);
        }
        return null;
    }
}

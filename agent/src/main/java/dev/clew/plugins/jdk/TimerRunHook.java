package dev.clew.plugins.jdk;

import dev.clew.context.Carry;
import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.TimerTask;

/** Where a timer runs a task: the application's own object is in its queue, a wrapper stands in for this one call. */
@Hook(
        type = "java.util.TimerThread",
        method = "mainLoop",
        calls = "java.util.TimerTask.run",
        wakes = Wake.NOTHING)
final class TimerRunHook {
    private TimerRunHook() {}

    @Replace(0)
    static TimerTask carry(@Arg(0) TimerTask task) {
        return Waiting.isEmpty() ? null : Carry.timerTask(Waiting.take(task), task);
    }
}

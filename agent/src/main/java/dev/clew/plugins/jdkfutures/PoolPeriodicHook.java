package dev.clew.plugins.jdkfutures;

import dev.clew.context.Current;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/** Since JDK 25, as in a scheduled thread pool: a periodic task belongs to nobody: it would keep the first request's context for ever. */
@Hook(
        type = "java.util.concurrent.ForkJoinPool",
        method = {"scheduleAtFixedRate", "scheduleWithFixedDelay"},
        wakes = Wake.NOTHING)
final class PoolPeriodicHook {
    private PoolPeriodicHook() {}

    @Enter
    static Object enter() {
        Object work = Current.get();
        if (work != null) {
            Current.set(null);
        }
        return work;
    }

    @Exit
    static void exit(@Entered Object work) {
        if (work != null) {
            Current.set(work);
        }
    }
}

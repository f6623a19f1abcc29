package dev.clew.plugins.netty;

import dev.clew.context.Current;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/** A periodic task belongs to nobody: it would keep the first request's context for ever. */
@Hook(
        type = "io.netty.util.concurrent.AbstractScheduledEventExecutor",
        method = {"scheduleAtFixedRate", "scheduleWithFixedDelay"},
        wakes = Wake.NOTHING)
final class PeriodicHook {
    private PeriodicHook() {}

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

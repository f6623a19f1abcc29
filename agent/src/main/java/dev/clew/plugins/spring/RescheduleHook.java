package dev.clew.plugins.spring;

import dev.clew.context.Carry;
import dev.clew.context.Current;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/** A task with a trigger submits itself again and again: it belongs to nobody. */
@Hook(
        type = "org.springframework.scheduling.concurrent.ReschedulingRunnable",
        method = "schedule",
        params = {},
        wakes = Wake.NOTHING)
final class RescheduleHook {
    private RescheduleHook() {}

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
        Carry.leave(work);
    }
}

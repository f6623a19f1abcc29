package dev.clew.plugins.threads;

import dev.clew.context.Carry;
import dev.clew.context.Waiting;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** A thread of a class of its own; all others run in {@code Thread.run}, which is woven in any case. */
@Hook(
        type = "java.lang.Thread",
        subtypes = true,
        method = "run",
        params = {},
        wakes = Wake.NOTHING)
final class OverriddenRunHook {
    private OverriddenRunHook() {}

    @Enter
    static Object enter(@This Thread thread) {
        return Waiting.isEmpty() ? null : Carry.enter(Waiting.take(thread));
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

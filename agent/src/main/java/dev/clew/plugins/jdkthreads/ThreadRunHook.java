package dev.clew.plugins.jdkthreads;

import dev.clew.context.Carry;
import dev.clew.context.Waiting;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** Where a thread runs whose context waits; it keeps that to its end. */
@Hook(
        type = "java.lang.Thread",
        method = "run",
        params = {},
        wakes = Wake.NOTHING)
final class ThreadRunHook {
    private ThreadRunHook() {}

    @Enter
    static Object enter(@This Thread thread) {
        return Waiting.isEmpty() ? null : Carry.enter(Waiting.take(thread));
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

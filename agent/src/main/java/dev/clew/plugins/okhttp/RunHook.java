package dev.clew.plugins.okhttp;

import dev.clew.context.Carry;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** A call at work on whatever thread its dispatcher has. */
@Hook(type = "okhttp3.internal.connection.RealCall$AsyncCall", method = "run", wakes = Wake.NOTHING)
final class RunHook {
    private RunHook() {}

    @Enter
    static Object enter(@This Object call) {
        return Calls.run(call);
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

package dev.clew.plugins.okhttp;

import dev.clew.context.Carry;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** As {@link HandOnHook}, OkHttp 3. */
@Hook(type = "okhttp3.RealCall$AsyncCall", method = "executeOn", wakes = Wake.NOTHING)
final class HandOn3Hook {
    private HandOn3Hook() {}

    @Enter
    static Object enter(@This Object call) {
        return Calls.handOn(call);
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

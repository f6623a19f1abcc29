package dev.clew.plugins.okhttp;

import dev.clew.context.Carry;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** A call on its way to the pool, on the thread of whoever made room for it. */
@Hook(type = "okhttp3.internal.connection.RealCall$AsyncCall", method = "executeOn", wakes = Wake.NOTHING)
final class HandOnHook {
    private HandOnHook() {}

    @Enter
    static Object enter(@This Object call) {
        return Calls.handOn(call);
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

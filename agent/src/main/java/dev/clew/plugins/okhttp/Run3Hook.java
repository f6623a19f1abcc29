package dev.clew.plugins.okhttp;

import dev.clew.context.Carry;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** As {@link RunHook}, OkHttp 3. */
@Hook(type = "okhttp3.RealCall$AsyncCall", method = "execute", wakes = Wake.NOTHING)
final class Run3Hook {
    private Run3Hook() {}

    @Enter
    static Object enter(@This Object call) {
        return Calls.run(call);
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

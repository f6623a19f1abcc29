package dev.clew.plugins.guava;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** As {@link ExecuteListenerHook}. */
@Hook(type = "com.google.common.util.concurrent.ExecutionList", method = "executeListener", wakes = Wake.NOTHING)
final class ExecutionListHook {
    private ExecutionListHook() {}

    @Enter
    static Object enter(@Arg(0) Runnable listener) {
        return Listener.enter(listener);
    }

    @Replace(0)
    static Runnable unwrap(@Arg(0) Runnable listener) {
        return Listener.unwrap(listener);
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

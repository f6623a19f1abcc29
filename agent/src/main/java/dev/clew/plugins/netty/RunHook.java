package dev.clew.plugins.netty;

import dev.clew.context.Carry;
import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/** Where the loops of channels run their tasks, one within the other. */
@Hook(
        type = "io.netty.util.concurrent.AbstractEventExecutor",
        method = {"safeExecute", "runTask"},
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class RunHook {
    private RunHook() {}

    @Enter
    static Object enter(@Arg(0) Runnable task) {
        return Carry.enter(Waiting.take(task));
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

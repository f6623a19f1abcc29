package dev.clew.plugins.jdk;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.concurrent.Callable;

/** {@code submit}, {@code invokeAll}, {@code schedule} and their kind: all make a {@code FutureTask}. */
@Hook(
        type = "java.util.concurrent.FutureTask",
        method = "<init>",
        params = "java.util.concurrent.Callable",
        wakes = Wake.NOTHING)
final class FutureTaskOfCallableHook {
    private FutureTaskOfCallableHook() {}

    @Replace(0)
    static Callable<?> carry(@Arg(0) Callable<?> task) {
        return Carry.callable(task);
    }
}

package dev.clew.plugins.guava;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.concurrent.Callable;

/** {@code listeningDecorator(executor).submit}, {@code Futures.submit}: whatever the executor is. */
@Hook(
        type = "com.google.common.util.concurrent.TrustedListenableFutureTask",
        method = "<init>",
        params = "java.util.concurrent.Callable",
        wakes = Wake.NOTHING)
final class TaskHook {
    private TaskHook() {}

    @Replace(0)
    static Callable<?> carry(@Arg(0) Callable<?> task) {
        return Carry.callable(task);
    }
}

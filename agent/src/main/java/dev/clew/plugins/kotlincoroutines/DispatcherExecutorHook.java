package dev.clew.plugins.kotlincoroutines;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** {@code dispatcher.asExecutor()}: plain tasks on the threads of coroutines. */
@Hook(
        type = "kotlinx.coroutines.DispatcherExecutor",
        method = "execute",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class DispatcherExecutorHook {
    private DispatcherExecutorHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return Carry.runnable(task);
    }
}

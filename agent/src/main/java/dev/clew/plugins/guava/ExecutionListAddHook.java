package dev.clew.plugins.guava;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** The listeners of futures that do not extend {@code AbstractFuture}: {@code ListenableFutureTask}. */
@Hook(
        type = "com.google.common.util.concurrent.ExecutionList",
        method = "add",
        params = {"java.lang.Runnable", "java.util.concurrent.Executor"},
        wakes = Wake.NOTHING)
final class ExecutionListAddHook {
    private ExecutionListAddHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable listener) {
        return Listener.carry(listener);
    }
}

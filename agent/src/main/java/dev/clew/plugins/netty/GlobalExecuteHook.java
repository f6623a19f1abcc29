package dev.clew.plugins.netty;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** The one executor of Netty that has a queue of its own. */
@Hook(
        type = "io.netty.util.concurrent.GlobalEventExecutor",
        method = "addTask",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class GlobalExecuteHook {
    private GlobalExecuteHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return Tasks.carry(task);
    }
}

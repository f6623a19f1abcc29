package dev.clew.plugins.jdk;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** {@code submit(Runnable)} and one-shot {@code schedule(Runnable)}. */
@Hook(
        type = "java.util.concurrent.FutureTask",
        method = "<init>",
        params = {"java.lang.Runnable", "java.lang.Object"},
        wakes = Wake.NOTHING)
final class FutureTaskOfRunnableHook {
    private FutureTaskOfRunnableHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return Carry.runnable(task);
    }
}

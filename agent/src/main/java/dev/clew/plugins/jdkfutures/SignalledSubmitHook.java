package dev.clew.plugins.jdkfutures;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import java.util.concurrent.ForkJoinPool;

/** {@link PoolSubmitHook}, as JDK 19 and later write it. */
@Hook(
        type = "java.util.concurrent.ForkJoinPool",
        method = "poolSubmit",
        params = {"boolean", "java.util.concurrent.ForkJoinTask"},
        wakes = Wake.NOTHING)
final class SignalledSubmitHook {
    private SignalledSubmitHook() {}

    @Enter
    static Object enter(@This ForkJoinPool pool, @Arg(1) Object task) {
        PoolSubmitHook.put(pool, task);
        return null;
    }
}

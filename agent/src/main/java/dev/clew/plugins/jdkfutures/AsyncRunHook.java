package dev.clew.plugins.jdkfutures;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** {@link AsyncHook} for what answers nothing. */
@Hook(
        type = "java.util.concurrent.CompletableFuture$AsyncRun",
        method = "<init>",
        params = {"java.util.concurrent.CompletableFuture", "java.lang.Runnable"},
        wakes = Wake.NOTHING)
final class AsyncRunHook {
    private AsyncRunHook() {}

    @Replace(1)
    static Runnable carry(@Arg(1) Runnable fn) {
        return Carry.runnable(fn);
    }
}

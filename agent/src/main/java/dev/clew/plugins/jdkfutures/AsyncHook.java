package dev.clew.plugins.jdkfutures;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** {@code supplyAsync}, {@code runAsync} and {@code completeAsync}. */
@Hook(
        type = "java.util.concurrent.CompletableFuture$AsyncSupply",
        method = "<init>",
        params = {"java.util.concurrent.CompletableFuture", "*"},
        wakes = Wake.NOTHING)
final class AsyncHook {
    private AsyncHook() {}

    @Replace(1)
    static Object carry(@Arg(1) Object fn) {
        return Carry.function(fn);
    }
}

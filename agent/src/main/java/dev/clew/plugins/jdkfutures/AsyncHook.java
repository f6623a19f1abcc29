package dev.clew.plugins.jdkfutures;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.function.Supplier;

/** {@code supplyAsync}, {@code runAsync} and {@code completeAsync}. */
@Hook(
        type = "java.util.concurrent.CompletableFuture$AsyncSupply",
        method = "<init>",
        params = {"java.util.concurrent.CompletableFuture", "java.util.function.Supplier"},
        wakes = Wake.NOTHING)
final class AsyncHook {
    private AsyncHook() {}

    @Replace(1)
    static Supplier<?> carry(@Arg(1) Supplier<?> fn) {
        return Carry.supplier(fn);
    }
}

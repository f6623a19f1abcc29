package dev.clew.plugins.jdkthreads;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.concurrent.Callable;

/** A fork in a {@code StructuredTaskScope}, since JDK 25: for threads that are not virtual. */
@Hook(
        type = "java.util.concurrent.StructuredTaskScopeImpl",
        method = "fork",
        params = "java.util.concurrent.Callable",
        wakes = Wake.NOTHING)
final class ForkedTaskHook {
    private ForkedTaskHook() {}

    @Replace(0)
    static Callable<?> carry(@Arg(0) Callable<?> task) {
        return Carry.callable(task);
    }
}

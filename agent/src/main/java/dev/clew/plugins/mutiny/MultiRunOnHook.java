package dev.clew.plugins.mutiny;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.concurrent.Executor;

/** {@code runSubscriptionOn} with whatever executor: the subscription goes on for the work it was made for. */
@Hook(
        type = "io.smallrye.mutiny.operators.multi.MultiSubscribeOnOp",
        method = "<init>",
        params = {"*", "java.util.concurrent.Executor"},
        wakes = Wake.NOTHING)
final class MultiRunOnHook {
    private MultiRunOnHook() {}

    @Replace(1)
    static Executor carry(@Arg(1) Executor executor) {
        return executor == null || executor instanceof CarryingExecutor ? null : new CarryingExecutor(executor);
    }
}

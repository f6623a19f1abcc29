package dev.clew.plugins.vertx;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.concurrent.Callable;

/** {@code executeBlocking} of Vert.x 5. */
@Hook(
        type = "io.vertx.core.impl.ExecuteBlocking",
        method = "executeBlocking",
        params = {"*", "*", "java.util.concurrent.Callable", "*"},
        wakes = Wake.NOTHING)
final class BlockingHook {
    private BlockingHook() {}

    @Replace(2)
    static Callable<?> carry(@Arg(2) Callable<?> code) {
        return Carry.callable(code);
    }
}

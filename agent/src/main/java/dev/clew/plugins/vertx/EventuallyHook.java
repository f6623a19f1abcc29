package dev.clew.plugins.vertx;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.function.Supplier;

/** {@code eventually} of Vert.x 5. */
@Hook(
        type = "io.vertx.core.impl.future.FutureBase",
        method = "eventually",
        params = "java.util.function.Supplier",
        wakes = Wake.NOTHING)
final class EventuallyHook {
    private EventuallyHook() {}

    @Replace(0)
    static Supplier<?> carry(@Arg(0) Supplier<?> fn) {
        return (Supplier<?>) Carry.function(fn);
    }
}

package dev.clew.plugins.vertx;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import io.vertx.core.Handler;

/** {@code executeBlocking} of Vert.x 4, which hands over a promise. */
@Hook(
        type = "io.vertx.core.impl.ContextImpl",
        method = "executeBlocking",
        params = {"*", "io.vertx.core.Handler", "*", "*"},
        wakes = Wake.NOTHING)
final class BlockingHandlerHook {
    private BlockingHandlerHook() {}

    @Replace(1)
    static Handler<?> carry(@Arg(1) Handler<?> code) {
        return Handlers.carry(code);
    }
}

package dev.clew.plugins.vertx;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import io.vertx.core.Handler;

/** {@code onComplete(success, failure)}, from 4.5 on. */
@Hook(
        type = "io.vertx.core.impl.future.FutureImpl",
        method = "onComplete",
        params = {"io.vertx.core.Handler", "io.vertx.core.Handler"},
        wakes = Wake.NOTHING)
final class BothHandlersHook {
    private BothHandlersHook() {}

    @Replace(0)
    static Handler<?> success(@Arg(0) Handler<?> handler) {
        return Handlers.carry(handler);
    }

    @Replace(1)
    static Handler<?> failure(@Arg(1) Handler<?> handler) {
        return Handlers.carry(handler);
    }
}

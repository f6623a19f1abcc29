package dev.clew.plugins.vertx;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import io.vertx.core.Handler;

/** The handlers of a future that may not be completed yet; one that is completed calls them through its context at once. */
@Hook(
        type = "io.vertx.core.impl.future.FutureImpl",
        method = {"onComplete", "onSuccess", "onFailure"},
        params = "io.vertx.core.Handler",
        wakes = Wake.NOTHING)
final class HandlerHook {
    private HandlerHook() {}

    @Replace(0)
    static Handler<?> carry(@Arg(0) Handler<?> handler) {
        return Handlers.carry(handler);
    }
}

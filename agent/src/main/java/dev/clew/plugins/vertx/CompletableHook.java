package dev.clew.plugins.vertx;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import io.vertx.core.Completable;

/** {@code onComplete((result, failure) -> ...)} of Vert.x 5. */
@Hook(
        type = "io.vertx.core.impl.future.FutureImpl",
        method = "onComplete",
        params = "io.vertx.core.Completable",
        wakes = Wake.NOTHING)
final class CompletableHook {
    private CompletableHook() {}

    @Replace(0)
    static Completable<?> carry(@Arg(0) Completable<?> handler) {
        return CarriedCompletable.of(handler);
    }
}

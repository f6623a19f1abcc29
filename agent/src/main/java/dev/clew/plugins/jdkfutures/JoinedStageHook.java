package dev.clew.plugins.jdkfutures;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** The stages of a {@code CompletableFuture} with two sources. */
@Hook(
        type = "java.util.concurrent.CompletableFuture",
        method = {"biApplyStage", "biAcceptStage", "biRunStage", "orApplyStage", "orAcceptStage", "orRunStage"},
        params = {"java.util.concurrent.Executor", "java.util.concurrent.CompletionStage", "*"},
        wakes = Wake.NOTHING)
final class JoinedStageHook {
    private JoinedStageHook() {}

    @Replace(2)
    static Object carry(@Arg(2) Object fn) {
        return Carry.function(fn);
    }
}

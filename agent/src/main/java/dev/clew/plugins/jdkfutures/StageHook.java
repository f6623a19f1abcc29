package dev.clew.plugins.jdkfutures;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** The stages of a {@code CompletableFuture} with one source: each keeps the context of the thread that added it. */
@Hook(
        type = "java.util.concurrent.CompletableFuture",
        method = {
            "uniApplyStage",
            "uniAcceptStage",
            "uniRunStage",
            "uniWhenCompleteStage",
            "uniHandleStage",
            "uniExceptionallyStage",
            "uniComposeExceptionallyStage",
            "uniComposeStage"
        },
        params = {"java.util.concurrent.Executor", "*"},
        wakes = Wake.NOTHING)
final class StageHook {
    private StageHook() {}

    @Replace(1)
    static Object carry(@Arg(1) Object fn) {
        return Carry.function(fn);
    }
}

package dev.clew.plugins.jdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** The stages of a {@code CompletableFuture} with one source: each keeps the context of the thread that added it. */
@Hook(
        type = "java.util.concurrent.CompletableFuture",
        method = {
            "asyncSupplyStage",
            "asyncRunStage",
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
    static Object carry(@This Object future, @Arg(1) Object fn) {
        return isInternal(future) ? null : Carry.function(fn);
    }

    /** The HTTP client's futures: its own plumbing carries no request's context. */
    static boolean isInternal(Object future) {
        return future != null && future.getClass().getName().startsWith("jdk.internal.");
    }
}

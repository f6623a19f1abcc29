package dev.clew.plugins.jdkfutures;

import dev.clew.context.Carry;
import dev.clew.context.Waiting;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import java.util.concurrent.CompletableFuture;

/** Where a pool, or a thread that helps it, runs a task. */
@Hook(
        type = "java.util.concurrent.ForkJoinTask",
        method = "doExec",
        params = {},
        wakes = Wake.NOTHING)
final class RunForkedHook {
    private RunForkedHook() {}

    @Enter
    static Object enter(@This Object task) {
        return Waiting.isEmpty() || task instanceof CompletableFuture.AsynchronousCompletionTask
                ? null
                : Carry.enter(Waiting.take(task));
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

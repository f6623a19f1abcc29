package dev.clew.plugins.jdk;

import dev.clew.context.Carry;
import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/** Where a pool runs a task: here, and only here, a wrapper stands in for it, if a context waits. */
@Hook(
        type = "java.util.concurrent.ThreadPoolExecutor",
        method = "runWorker",
        calls = "java.lang.Runnable.run",
        wakes = Wake.NOTHING)
final class RunTaskHook {
    private RunTaskHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        if (Waiting.isEmpty()
                || task instanceof FutureTask
                || task instanceof CompletableFuture.AsynchronousCompletionTask) {
            return null;
        }
        return Carry.runnable(Waiting.take(task), task);
    }
}

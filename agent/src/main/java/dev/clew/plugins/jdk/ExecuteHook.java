package dev.clew.plugins.jdk;

import dev.clew.context.Current;
import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

/**
 * A bare {@code execute}: the task is in a queue that anyone may look into, so its context waits beside it. Tasks that hold their
 * context themselves need none.
 */
@Hook(
        type = "java.util.concurrent.ThreadPoolExecutor",
        method = "execute",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class ExecuteHook {
    private ExecuteHook() {}

    @Enter
    static Object enter(@Arg(0) Runnable task) {
        if (Current.get() != null
                && !(task instanceof FutureTask)
                && !(task instanceof CompletableFuture.AsynchronousCompletionTask)) {
            Waiting.put(task);
        }
        return null;
    }
}

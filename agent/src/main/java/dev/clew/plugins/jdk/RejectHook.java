package dev.clew.plugins.jdk;

import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.hook.Wake;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * A task that was turned away waits no longer. A handler of the application's own may still have queued it; the JDK's never do,
 * or hand it over anew.
 */
@Hook(
        type = "java.util.concurrent.ThreadPoolExecutor",
        method = "reject",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class RejectHook {
    private RejectHook() {}

    @Exit
    static void exit(@This ThreadPoolExecutor pool, @Arg(0) Runnable task, @Threw Throwable error) {
        if (!Waiting.isEmpty() && (error != null || isJdk(pool))) {
            Waiting.take(task);
        }
    }

    private static boolean isJdk(ThreadPoolExecutor pool) {
        return pool.getRejectedExecutionHandler().getClass().getName().startsWith("java.util.concurrent.");
    }
}

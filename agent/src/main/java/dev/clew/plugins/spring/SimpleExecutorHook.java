package dev.clew.plugins.spring;

import dev.clew.context.Carry;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import java.util.concurrent.FutureTask;

/** A thread for each task, {@code @Async} without a pool. Subclasses that override the method see the task as it is. */
@Hook(
        type = "org.springframework.core.task.SimpleAsyncTaskExecutor",
        method = "doExecute",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class SimpleExecutorHook {
    private SimpleExecutorHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable task) {
        return task instanceof FutureTask ? null : Carry.runnable(task);
    }
}

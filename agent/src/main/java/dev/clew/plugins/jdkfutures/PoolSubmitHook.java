package dev.clew.plugins.jdkfutures;

import dev.clew.context.Current;
import dev.clew.context.Never;
import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

/**
 * Everything that comes into a pool from outside: {@code submit}, {@code execute}, {@code invoke}, {@code schedule}. The pool that
 * runs virtual threads is left alone: they have contexts of their own.
 */
@Hook(
        type = "java.util.concurrent.ForkJoinPool",
        method = {"externalSubmit", "poolSubmit", "scheduleDelayedTask"},
        params = "*",
        wakes = Wake.NOTHING)
final class PoolSubmitHook {
    private PoolSubmitHook() {}

    @Enter
    static Object enter(@This ForkJoinPool pool, @Arg(0) Object task) {
        put(pool, task);
        return null;
    }

    static void put(ForkJoinPool pool, Object task) {
        if (Current.get() != null
                && !(task instanceof CompletableFuture.AsynchronousCompletionTask)
                && !Never.lists(pool.getFactory().getClass())) {
            Waiting.put(task);
        }
    }
}

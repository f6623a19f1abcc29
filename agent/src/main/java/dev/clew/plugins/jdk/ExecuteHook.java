package dev.clew.plugins.jdk;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * A bare {@code execute} of a lambda on a plain pool: the one case in which nobody can tell the wrapper from the task, given
 * {@link RemoveHook} and {@link ShutdownNowHook}. A task of a named class, a pool of a subclass, a queue that compares or a
 * handler of the application's own would see the wrapper, and are left alone.
 */
@Hook(
        type = "java.util.concurrent.ThreadPoolExecutor",
        method = "execute",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class ExecuteHook {
    private ExecuteHook() {}

    @Replace(0)
    static Runnable carry(@This ThreadPoolExecutor pool, @Arg(0) Runnable task) {
        return task != null && isNameless(task.getClass()) && isPlain(pool) ? Carry.runnable(task) : null;
    }

    /** A lambda that is a Runnable and nothing else: there is no type to cast it to. */
    private static boolean isNameless(Class<?> type) {
        if (!type.isHidden()) {
            return false;
        }
        Class<?>[] interfaces = type.getInterfaces();
        return interfaces.length == 1 && interfaces[0] == Runnable.class;
    }

    private static boolean isPlain(ThreadPoolExecutor pool) {
        return pool.getClass() == ThreadPoolExecutor.class
                && isJdk(pool.getRejectedExecutionHandler())
                && isJdk(pool.getQueue())
                && !(pool.getQueue() instanceof java.util.concurrent.PriorityBlockingQueue)
                && !(pool.getQueue() instanceof java.util.concurrent.DelayQueue);
    }

    private static boolean isJdk(Object object) {
        return object.getClass().getName().startsWith("java.util.concurrent.");
    }
}

package dev.clew.plugins.netty;

import dev.clew.context.Carry;
import dev.clew.context.Current;
import java.util.concurrent.Callable;

/** What is handed to an event loop. */
final class Tasks {
    private Tasks() {}

    /** Null where the task goes as it is. */
    static Runnable carry(Runnable task) {
        return task == null || Current.get() == null || isNettys(task) ? null : Carry.runnable(task);
    }

    /** The same for what is a Runnable or a Callable; what is both is run as one of the two, nobody knows which. */
    static Object carryEither(Object task) {
        if (task == null || Current.get() == null || isNettys(task)) {
            return null;
        }
        if (task instanceof Runnable) {
            return task instanceof Callable ? null : Carry.runnable((Runnable) task);
        }
        return Carry.callable((Callable<?>) task);
    }

    /** Whether Netty serves itself by it; lambdas included. */
    static boolean isNettys(Object object) {
        return object.getClass().getName().startsWith("io.netty.");
    }

    /**
     * Whether it hands on what came in to a handler with an executor of its own: a request, where the thread works for one. Netty has
     * no name for such a task; those that write, and those that it uses again, it has.
     */
    static boolean handsOn(Object task) {
        String type = task.getClass().getName();
        return type.startsWith("io.netty.channel.AbstractChannelHandlerContext$") && !type.contains("Task");
    }
}

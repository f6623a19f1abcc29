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

    /** Equal to what waits in a queue for the task, wrapped or not. */
    static final class Sought implements Runnable {
        private final Runnable task;

        Sought(Runnable task) {
            this.task = task;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Runnable && task.equals(Carry.unwrap(other));
        }

        @Override
        public int hashCode() {
            return task.hashCode();
        }

        @Override
        public void run() {
            task.run();
        }
    }
}

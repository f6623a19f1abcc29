package dev.clew.plugins.guava;

import dev.clew.context.Carry;
import dev.clew.context.Current;

/** A listener while it waits in a future, where nobody sees it. Its executor gets what the application added. */
final class Listener implements Runnable {
    /** What a future adds to another to be set by it: Guava tells it by its class, so as not to overflow the stack. */
    private static final String INNER = "com.google.common.util.concurrent.AbstractFuture$";

    private final Object work;
    private final Runnable task;

    private Listener(Object work, Runnable task) {
        this.work = work;
        this.task = task;
    }

    /** Null where the listener goes as it is. */
    static Runnable carry(Runnable task) {
        Object work = task == null ? null : Current.carry();
        return work == null || task.getClass().getName().startsWith(INNER) ? null : new Listener(work, task);
    }

    /** Null where it is none of ours. */
    static Runnable unwrap(Runnable task) {
        return task instanceof Listener ? ((Listener) task).task : null;
    }

    /** For {@link Carry#leave}. */
    static Object enter(Runnable task) {
        return task instanceof Listener ? Carry.enter(((Listener) task).work) : null;
    }

    @Override
    public void run() {
        Object before = Carry.enter(work);
        try {
            task.run();
        } finally {
            Carry.leave(before);
        }
    }

    @Override
    public String toString() {
        return task.toString();
    }
}

package dev.clew.plugins.async;

import dev.clew.context.Current;

/** A task of a scheduler. Shows itself as what it carries. */
public final class HandedTask extends Handed implements Runnable {
    private final Runnable task;

    private HandedTask(Object work, Runnable task) {
        super(work);
        this.task = task;
    }

    /** The task with this thread's work, or null where there is nothing to carry. */
    public static Runnable of(Runnable task) {
        Object work = Current.carry();
        return work == null || task == null || task instanceof HandedTask ? null : new HandedTask(work, task);
    }

    @Override
    public void run() {
        Object before = enter();
        try {
            task.run();
        } finally {
            Current.set(before);
        }
    }

    @Override
    public String toString() {
        return task.toString();
    }
}

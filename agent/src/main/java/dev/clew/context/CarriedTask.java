package dev.clew.context;

/**
 * A task that works for what its thread worked for when it was handed over, whoever runs it. For places where nobody looks at
 * the task but to run it.
 */
public final class CarriedTask implements Runnable {
    private final Object work;
    private final Runnable task;

    private CarriedTask(Object work, Runnable task) {
        this.work = work;
        this.task = task;
    }

    /** Wraps {@code task}; null where there is nothing to carry, or nothing to carry it, or it is carried already. */
    public static Runnable of(Runnable task) {
        return of(Current.get(), task);
    }

    /** The same for work that is not, or no longer, this thread's; null for none. */
    public static Runnable of(Object work, Runnable task) {
        return work == null || task == null || task instanceof CarriedTask ? null : new CarriedTask(work, task);
    }

    /** What was handed over; {@code task} itself where it was not wrapped. */
    public static Runnable unwrap(Runnable task) {
        return task instanceof CarriedTask ? ((CarriedTask) task).task : task;
    }

    /** What {@code task} works for; null where it was not wrapped. */
    public static Object workOf(Runnable task) {
        return task instanceof CarriedTask ? ((CarriedTask) task).work : null;
    }

    @Override
    public void run() {
        Object before = Current.set(work);
        try {
            task.run();
        } finally {
            Current.set(before);
        }
    }

    /** Tasks end up in messages and thread dumps. */
    @Override
    public String toString() {
        return task.toString();
    }
}

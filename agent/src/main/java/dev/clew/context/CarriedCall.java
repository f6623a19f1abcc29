package dev.clew.context;

import java.util.concurrent.Callable;

/** What {@link CarriedTask} is to a {@code Runnable}, to a {@code Callable}. */
public final class CarriedCall<V> implements Callable<V> {
    private final Object work;
    private final Callable<V> task;

    private CarriedCall(Object work, Callable<V> task) {
        this.work = work;
        this.task = task;
    }

    /** Wraps {@code task}; null where there is nothing to carry, or nothing to carry it, or it is carried already. */
    public static <V> Callable<V> of(Callable<V> task) {
        Object work = task == null || task instanceof CarriedCall ? null : Current.get();
        return work == null ? null : new CarriedCall<>(work, task);
    }

    @Override
    public V call() throws Exception {
        Object before = Current.set(work);
        try {
            return task.call();
        } finally {
            Current.set(before);
        }
    }

    @Override
    public String toString() {
        return task.toString();
    }
}

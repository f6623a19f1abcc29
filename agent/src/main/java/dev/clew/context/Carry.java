package dev.clew.context;

import java.lang.ref.Reference;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Captures the context of the thread that hands work over, replays it on the thread that does the work, and restores what that
 * thread had. Null in, or no context to carry: null out, which keeps the argument as it is. Each wrapper carries once: after
 * its first run it knows the context no more. Any thread.
 */
public final class Carry {
    /** In place of the nothing that was current before. */
    private static final Object NOTHING = new Object();

    private Carry() {}

    /** Makes {@code work} current, null for no change; answers what to hand to {@link #leave}, null where nothing was done. */
    public static Object enter(Object work) {
        if (work == null) {
            return null;
        }
        Object before = Current.set(work);
        return before == null ? NOTHING : before;
    }

    /** Gives the thread back what it had before {@link #enter}. */
    public static void leave(Object before) {
        if (before != null) {
            Current.set(before == NOTHING ? null : before);
        }
    }

    private static Object from(Object task) {
        Object work = task == null ? null : Current.carry();
        return work == null || Never.lists(task.getClass()) ? null : work;
    }

    public static Callable<?> callable(Callable<?> task) {
        Object work = from(task);
        return work == null ? null : new OfCallable<>(work, task);
    }

    public static Runnable runnable(Runnable task) {
        return runnable(from(task), task);
    }

    /** As {@link #runnable(Runnable)}, for a context that waited elsewhere. */
    public static Runnable runnable(Object work, Runnable task) {
        return work == null ? null : new OfRunnable(work, task);
    }

    /** As {@link #runnable(Object, Runnable)}. */
    public static TimerTask timerTask(Object work, TimerTask task) {
        return work == null ? null : new OfTimerTask(work, task);
    }

    /** As {@link #function}, where it is known to be one that supplies. */
    public static Supplier<?> supplier(Supplier<?> fn) {
        Object work = from(fn);
        return work == null ? null : new OfSupplier<>(work, fn);
    }

    /** One of the function types of {@code CompletableFuture}'s stages. */
    public static Object function(Object fn) {
        Object work = from(fn);
        if (work == null) {
            return null;
        }
        if (fn instanceof Function) {
            return new OfFunction<>(work, (Function<?, ?>) fn);
        } else if (fn instanceof Supplier) {
            return new OfSupplier<>(work, (Supplier<?>) fn);
        } else if (fn instanceof Consumer) {
            return new OfConsumer<>(work, (Consumer<?>) fn);
        } else if (fn instanceof BiFunction) {
            return new OfBiFunction<>(work, (BiFunction<?, ?, ?>) fn);
        } else if (fn instanceof BiConsumer) {
            return new OfBiConsumer<>(work, (BiConsumer<?, ?>) fn);
        } else if (fn instanceof Runnable) {
            return new OfRunnable(work, (Runnable) fn);
        }
        return null;
    }

    /** Shows itself as what it carries: tasks end up in messages and thread dumps. */
    private abstract static class Carried {
        private Object work;
        private final Object delegate;

        Carried(Object work, Object delegate) {
            this.work = work;
            this.delegate = delegate;
        }

        /** The context, the first time. */
        final Object work() {
            Object once = work;
            work = null;
            return once;
        }

        /** Gives the thread back; until here, {@code mine} was not garbage. */
        static void leave(Current.Slot slot, Object before, Object mine) {
            slot.leave(before);
            Reference.reachabilityFence(mine);
        }

        @Override
        public final String toString() {
            return delegate.toString();
        }
    }

    private static final class OfRunnable extends Carried implements Runnable {
        private final Runnable task;

        OfRunnable(Object work, Runnable task) {
            super(work, task);
            this.task = task;
        }

        @Override
        public void run() {
            Object mine = work();
            Current.Slot slot = Current.slot();
            Object before = slot.enter(mine);
            try {
                task.run();
            } finally {
                leave(slot, before, mine);
            }
        }
    }

    private static final class OfCallable<V> extends Carried implements Callable<V> {
        private final Callable<V> task;

        OfCallable(Object work, Callable<V> task) {
            super(work, task);
            this.task = task;
        }

        @Override
        public V call() throws Exception {
            Object mine = work();
            Current.Slot slot = Current.slot();
            Object before = slot.enter(mine);
            try {
                return task.call();
            } finally {
                leave(slot, before, mine);
            }
        }
    }

    private static final class OfSupplier<T> extends Carried implements Supplier<T> {
        private final Supplier<T> fn;

        OfSupplier(Object work, Supplier<T> fn) {
            super(work, fn);
            this.fn = fn;
        }

        @Override
        public T get() {
            Object mine = work();
            Current.Slot slot = Current.slot();
            Object before = slot.enter(mine);
            try {
                return fn.get();
            } finally {
                leave(slot, before, mine);
            }
        }
    }

    private static final class OfFunction<T, R> extends Carried implements Function<T, R> {
        private final Function<T, R> fn;

        OfFunction(Object work, Function<T, R> fn) {
            super(work, fn);
            this.fn = fn;
        }

        @Override
        public R apply(T t) {
            Object mine = work();
            Current.Slot slot = Current.slot();
            Object before = slot.enter(mine);
            try {
                return fn.apply(t);
            } finally {
                leave(slot, before, mine);
            }
        }
    }

    private static final class OfConsumer<T> extends Carried implements Consumer<T> {
        private final Consumer<T> fn;

        OfConsumer(Object work, Consumer<T> fn) {
            super(work, fn);
            this.fn = fn;
        }

        @Override
        public void accept(T t) {
            Object mine = work();
            Current.Slot slot = Current.slot();
            Object before = slot.enter(mine);
            try {
                fn.accept(t);
            } finally {
                leave(slot, before, mine);
            }
        }
    }

    private static final class OfBiFunction<T, U, R> extends Carried implements BiFunction<T, U, R> {
        private final BiFunction<T, U, R> fn;

        OfBiFunction(Object work, BiFunction<T, U, R> fn) {
            super(work, fn);
            this.fn = fn;
        }

        @Override
        public R apply(T t, U u) {
            Object mine = work();
            Current.Slot slot = Current.slot();
            Object before = slot.enter(mine);
            try {
                return fn.apply(t, u);
            } finally {
                leave(slot, before, mine);
            }
        }
    }

    private static final class OfBiConsumer<T, U> extends Carried implements BiConsumer<T, U> {
        private final BiConsumer<T, U> fn;

        OfBiConsumer(Object work, BiConsumer<T, U> fn) {
            super(work, fn);
            this.fn = fn;
        }

        @Override
        public void accept(T t, U u) {
            Object mine = work();
            Current.Slot slot = Current.slot();
            Object before = slot.enter(mine);
            try {
                fn.accept(t, u);
            } finally {
                leave(slot, before, mine);
            }
        }
    }

    /** Stands in for a task only where the timer calls it; everybody else sees the task. */
    private static final class OfTimerTask extends TimerTask {
        private final Object work;
        private final TimerTask task;

        OfTimerTask(Object work, TimerTask task) {
            this.work = work;
            this.task = task;
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
    }
}

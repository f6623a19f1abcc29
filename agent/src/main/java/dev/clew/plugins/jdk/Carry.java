package dev.clew.plugins.jdk;

import dev.clew.context.Current;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Captures the context of the thread that hands work over, replays it on the thread that does the work, and restores what that
 * thread had. Null in, or no context to carry: null out, which keeps the argument as it is.
 */
final class Carry {
    private Carry() {}

    static Callable<?> callable(Callable<?> task) {
        Object work = task == null ? null : Current.get();
        return work == null ? null : new OfCallable<>(work, task);
    }

    static Runnable runnable(Runnable task) {
        Object work = task == null ? null : Current.get();
        return work == null ? null : new OfRunnable(work, task);
    }

    /** One of the function types of {@code CompletableFuture}'s stages. */
    static Object function(Object fn) {
        Object work = fn == null ? null : Current.get();
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

    /** What the application handed over; the task itself where it was not wrapped. */
    static Object unwrap(Object task) {
        return task instanceof Carried ? ((Carried) task).delegate : task;
    }

    /** Shows itself as what it carries: tasks end up in messages and thread dumps. */
    private abstract static class Carried {
        final Object work;
        final Object delegate;

        Carried(Object work, Object delegate) {
            this.work = work;
            this.delegate = delegate;
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
            Object before = Current.set(work);
            try {
                task.run();
            } finally {
                Current.set(before);
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
            Object before = Current.set(work);
            try {
                return task.call();
            } finally {
                Current.set(before);
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
            Object before = Current.set(work);
            try {
                return fn.get();
            } finally {
                Current.set(before);
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
            Object before = Current.set(work);
            try {
                return fn.apply(t);
            } finally {
                Current.set(before);
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
            Object before = Current.set(work);
            try {
                fn.accept(t);
            } finally {
                Current.set(before);
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
            Object before = Current.set(work);
            try {
                return fn.apply(t, u);
            } finally {
                Current.set(before);
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
            Object before = Current.set(work);
            try {
                fn.accept(t, u);
            } finally {
                Current.set(before);
            }
        }
    }
}

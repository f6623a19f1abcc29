package dev.clew.plugins.vertx;

import dev.clew.context.Current;
import io.vertx.core.Handler;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Handlers and functions that work for what their thread worked for when they were added, whoever completes the future. Null
 * where one goes as it is.
 */
final class Carry {
    private Carry() {}

    static Handler<?> handler(Handler<?> handler) {
        Object work = handler == null || isVertxs(handler) ? null : Current.get();
        return work == null ? null : new OfHandler<>(work, handler);
    }

    static Function<?, ?> function(Function<?, ?> fn) {
        Object work = fn == null ? null : Current.get();
        return work == null ? null : new OfFunction<>(work, fn);
    }

    static Supplier<?> supplier(Supplier<?> fn) {
        Object work = fn == null ? null : Current.get();
        return work == null ? null : new OfSupplier<>(work, fn);
    }

    /** A promise or another part of a chain, which Vert.x knows by its type: not a lambda, which may stand for a user's. */
    static boolean isVertxs(Object handler) {
        Class<?> type = handler.getClass();
        return !type.isHidden() && type.getName().startsWith("io.vertx.core.");
    }

    private static final class OfHandler<E> implements Handler<E> {
        private final Object work;
        private final Handler<E> handler;

        OfHandler(Object work, Handler<E> handler) {
            this.work = work;
            this.handler = handler;
        }

        @Override
        public void handle(E event) {
            Object before = Current.set(work);
            try {
                handler.handle(event);
            } finally {
                Current.set(before);
            }
        }
    }

    private static final class OfFunction<T, R> implements Function<T, R> {
        private final Object work;
        private final Function<T, R> fn;

        OfFunction(Object work, Function<T, R> fn) {
            this.work = work;
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

    private static final class OfSupplier<T> implements Supplier<T> {
        private final Object work;
        private final Supplier<T> fn;

        OfSupplier(Object work, Supplier<T> fn) {
            this.work = work;
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
}

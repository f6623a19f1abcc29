package dev.clew.plugins.vertx;

import dev.clew.context.Current;
import io.vertx.core.Handler;

/**
 * Handlers that work for what their thread worked for when they were added, whoever completes the future. Null
 * where one goes as it is.
 */
final class Handlers {
    private Handlers() {}

    static Handler<?> carry(Handler<?> handler) {
        Object work = handler == null || isVertxs(handler) ? null : Current.carry();
        return work == null ? null : new OfHandler<>(work, handler);
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
}

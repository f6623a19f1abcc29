package dev.clew.plugins.vertx;

import dev.clew.context.Current;
import io.vertx.core.Completable;

/** As {@link Handlers} does it, for a type that Vert.x 5 alone knows: a class of its own, since linking one links all it names. */
final class CarriedCompletable<T> implements Completable<T> {
    private final Object work;
    private final Completable<T> handler;

    private CarriedCompletable(Object work, Completable<T> handler) {
        this.work = work;
        this.handler = handler;
    }

    static Completable<?> of(Completable<?> handler) {
        Object work = handler == null || Handlers.isVertxs(handler) ? null : Current.carry();
        return work == null ? null : new CarriedCompletable<>(work, handler);
    }

    @Override
    public void complete(T result, Throwable failure) {
        Object before = Current.set(work);
        try {
            handler.complete(result, failure);
        } finally {
            Current.set(before);
        }
    }
}

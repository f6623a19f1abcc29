package dev.clew.plugins.mutiny;

import dev.clew.context.Current;
import dev.clew.plugins.async.Handed;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;

/** Hears each signal for the work that was current at the subscription. Adds, drops and holds back nothing. */
final class CarryingUniSubscriber<T> extends Handed implements UniSubscriber<T> {
    private final UniSubscriber<T> subscriber;

    CarryingUniSubscriber(Object work, UniSubscriber<T> subscriber) {
        super(work);
        this.subscriber = subscriber;
    }

    boolean isFor(Object work) {
        return carries(work);
    }

    @Override
    public Context context() {
        return subscriber.context();
    }

    @Override
    public void onSubscribe(UniSubscription subscription) {
        Object before = enter();
        try {
            subscriber.onSubscribe(subscription);
        } finally {
            Current.set(before);
        }
    }

    @Override
    public void onItem(T item) {
        Object before = enter();
        try {
            subscriber.onItem(item);
        } finally {
            Current.set(before);
        }
    }

    @Override
    public void onFailure(Throwable failure) {
        Object before = enter();
        try {
            subscriber.onFailure(failure);
        } finally {
            Current.set(before);
        }
    }

    @Override
    public String toString() {
        return subscriber.toString();
    }
}

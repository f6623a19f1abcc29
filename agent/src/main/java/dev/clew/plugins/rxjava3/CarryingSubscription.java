package dev.clew.plugins.rxjava3;

import dev.clew.context.Current;
import org.reactivestreams.Subscription;

/** Items are asked for, and the stream is stopped, for the work that was current at the subscription. */
class CarryingSubscription<S extends Subscription> implements Subscription {
    final S subscription;
    final CarryingSubscriber<?> subscriber;

    CarryingSubscription(CarryingSubscriber<?> subscriber, S subscription) {
        this.subscriber = subscriber;
        this.subscription = subscription;
    }

    @Override
    public final void request(long n) {
        Object before = subscriber.begin();
        try {
            subscription.request(n);
        } finally {
            Current.set(before);
        }
    }

    @Override
    public final void cancel() {
        Object before = subscriber.begin();
        try {
            subscription.cancel();
        } finally {
            Current.set(before);
        }
    }

    @Override
    public final String toString() {
        return subscription.toString();
    }
}

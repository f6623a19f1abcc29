package dev.clew.plugins.reactor;

import dev.clew.context.Current;
import reactor.core.Fuseable.QueueSubscription;

/** The same where the application's subscriber takes the items out of upstream's queue itself. */
final class CarryingQueueSubscription<T> extends CarryingSubscription<QueueSubscription<T>> implements QueueSubscription<T> {

    CarryingQueueSubscription(CarryingSubscriber<?> subscriber, QueueSubscription<T> subscription) {
        super(subscriber, subscription);
    }

    @Override
    public int requestFusion(int requestedMode) {
        return subscription.requestFusion(requestedMode);
    }

    /** Upstream's functions run in here. */
    @Override
    public T poll() {
        Object before = subscriber.begin();
        try {
            return subscription.poll();
        } finally {
            Current.set(before);
        }
    }

    @Override
    public int size() {
        return subscription.size();
    }

    @Override
    public boolean isEmpty() {
        return subscription.isEmpty();
    }

    @Override
    public void clear() {
        subscription.clear();
    }
}

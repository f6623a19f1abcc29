package dev.clew.plugins.reactor;

import dev.clew.context.Current;
import java.util.stream.Stream;
import org.reactivestreams.Subscription;
import reactor.core.Fuseable.QueueSubscription;
import reactor.core.Scannable;

/** Items are asked for, and the stream is stopped, for the work that was current at the subscription. */
class CarryingSubscription<S extends Subscription> implements Subscription, Scannable {
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
    public final boolean isScanAvailable() {
        return Scannable.from(subscription).isScanAvailable();
    }

    @Override
    public final Object scanUnsafe(Attr key) {
        return Scannable.from(subscription).scanUnsafe(key);
    }

    @Override
    public final String name() {
        return Scannable.from(subscription).name();
    }

    @Override
    public final String stepName() {
        return Scannable.from(subscription).stepName();
    }

    @Override
    public final Stream<? extends Scannable> inners() {
        return Scannable.from(subscription).inners();
    }

    @Override
    public final String toString() {
        return subscription.toString();
    }

    /** The same where the application's subscriber takes the items out of upstream's queue itself. */
    static final class Queue<T> extends CarryingSubscription<QueueSubscription<T>> implements QueueSubscription<T> {

        Queue(CarryingSubscriber<?> subscriber, QueueSubscription<T> subscription) {
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
}

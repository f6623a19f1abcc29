package dev.clew.plugins.reactor;

import dev.clew.context.Current;
import dev.clew.plugins.async.Handed;
import java.util.stream.Stream;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Fuseable.ConditionalSubscriber;
import reactor.core.Fuseable.QueueSubscription;
import reactor.core.Scannable;
import reactor.util.context.Context;

/**
 * Hears each signal for the work that was current at the subscription. Adds, drops and holds back nothing, has the same Context
 * and looks the same to a scan.
 */
class CarryingSubscriber<T> extends Handed implements CoreSubscriber<T>, Scannable {
    private final CoreSubscriber<T> subscriber;
    /** Whether the application itself asks for items here. Further up, the subscription passes as it is, for fusion's sake. */
    private final boolean last;

    CarryingSubscriber(Object work, CoreSubscriber<T> subscriber, boolean last) {
        super(work);
        this.subscriber = subscriber;
        this.last = last;
    }

    final Object begin() {
        return enter();
    }

    final boolean isFor(Object work) {
        return carries(work);
    }

    @Override
    public final void onSubscribe(Subscription subscription) {
        Subscription upstream = last && subscription != null ? carrying(subscription) : subscription;
        Object before = enter();
        try {
            subscriber.onSubscribe(upstream);
        } finally {
            Current.set(before);
        }
    }

    private Subscription carrying(Subscription subscription) {
        return subscription instanceof QueueSubscription
                ? new CarryingSubscription.Queue<>(this, (QueueSubscription<?>) subscription)
                : new CarryingSubscription<>(this, subscription);
    }

    @Override
    public final void onNext(T item) {
        Object before = enter();
        try {
            subscriber.onNext(item);
        } finally {
            Current.set(before);
        }
    }

    @Override
    public final void onError(Throwable error) {
        Object before = enter();
        try {
            subscriber.onError(error);
        } finally {
            Current.set(before);
        }
    }

    @Override
    public final void onComplete() {
        Object before = enter();
        try {
            subscriber.onComplete();
        } finally {
            Current.set(before);
        }
    }

    @Override
    public final Context currentContext() {
        return subscriber.currentContext();
    }

    @Override
    public final boolean isScanAvailable() {
        return Scannable.from(subscriber).isScanAvailable();
    }

    @Override
    public final Object scanUnsafe(Attr key) {
        return Scannable.from(subscriber).scanUnsafe(key);
    }

    @Override
    public final String name() {
        return Scannable.from(subscriber).name();
    }

    @Override
    public final String stepName() {
        return Scannable.from(subscriber).stepName();
    }

    @Override
    public final Stream<? extends Scannable> inners() {
        return Scannable.from(subscriber).inners();
    }

    @Override
    public final String toString() {
        return subscriber.toString();
    }

    /** The same for a subscriber that says whether it took an item. */
    static final class Conditional<T> extends CarryingSubscriber<T> implements ConditionalSubscriber<T> {
        private final ConditionalSubscriber<T> conditional;

        Conditional(Object work, ConditionalSubscriber<T> subscriber, boolean last) {
            super(work, subscriber, last);
            this.conditional = subscriber;
        }

        @Override
        public boolean tryOnNext(T item) {
            Object before = enter();
            try {
                return conditional.tryOnNext(item);
            } finally {
                Current.set(before);
            }
        }
    }
}

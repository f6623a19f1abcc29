package dev.clew.plugins.rxjava3;

import dev.clew.context.Current;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import org.reactivestreams.Subscription;

/** The same for a {@code Flowable}'s subscriber. */
class CarryingSubscriber<T> extends CarryingObserver implements FlowableSubscriber<T> {
    private final FlowableSubscriber<T> subscriber;
    /** Whether the application itself asks for items here. Further up, the subscription passes as it is, for fusion's sake. */
    private final boolean last;

    CarryingSubscriber(Object work, FlowableSubscriber<T> subscriber, boolean last) {
        super(work, subscriber);
        this.subscriber = subscriber;
        this.last = last;
    }

    final Object begin() {
        return enter();
    }

    /** What the application asks for items, in place of {@code subscription}. */
    Subscription carrying(Subscription subscription) {
        return new CarryingSubscription<>(this, subscription);
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
}

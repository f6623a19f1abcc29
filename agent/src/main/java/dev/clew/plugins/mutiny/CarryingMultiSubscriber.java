package dev.clew.plugins.mutiny;

import dev.clew.context.Current;
import dev.clew.plugins.async.Handed;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.subscription.ContextSupport;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.concurrent.Flow;

/** The same for a Multi. */
final class CarryingMultiSubscriber<T> extends Handed implements MultiSubscriber<T>, ContextSupport {
    private final MultiSubscriber<T> subscriber;

    CarryingMultiSubscriber(Object work, MultiSubscriber<T> subscriber) {
        super(work);
        this.subscriber = subscriber;
    }

    boolean isFor(Object work) {
        return carries(work);
    }

    @Override
    public Context context() {
        return subscriber instanceof ContextSupport ? ((ContextSupport) subscriber).context() : Context.empty();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
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
    public void onCompletion() {
        Object before = enter();
        try {
            subscriber.onCompletion();
        } finally {
            Current.set(before);
        }
    }

    @Override
    public String toString() {
        return subscriber.toString();
    }
}

package dev.clew.plugins.reactor;

import dev.clew.context.Current;
import reactor.core.Fuseable.ConditionalSubscriber;

/** The same for a subscriber that says whether it took an item. */
final class CarryingConditionalSubscriber<T> extends CarryingSubscriber<T> implements ConditionalSubscriber<T> {
    private final ConditionalSubscriber<T> conditional;

    CarryingConditionalSubscriber(Object work, ConditionalSubscriber<T> subscriber, boolean last) {
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

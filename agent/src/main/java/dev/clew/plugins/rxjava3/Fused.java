package dev.clew.plugins.rxjava3;

import dev.clew.context.Current;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.reactivex.rxjava3.operators.ConditionalSubscriber;
import io.reactivex.rxjava3.operators.QueueSubscription;
import org.reactivestreams.Subscription;

/** Subscribers and subscriptions that take part in the fusion of operators as what they stand for does. Since 3.1.1. */
final class Fused {
    private Fused() {}

    static <T> CarryingSubscriber<T> subscriber(Object work, FlowableSubscriber<T> subscriber, boolean last) {
        return subscriber instanceof ConditionalSubscriber
                ? new Conditional<>(work, (ConditionalSubscriber<T>) subscriber, last)
                : new Plain<>(work, subscriber, last);
    }

    private static Subscription carrying(CarryingSubscriber<?> subscriber, Subscription subscription) {
        return subscription instanceof QueueSubscription
                ? new Queue<>(subscriber, (QueueSubscription<?>) subscription)
                : new CarryingSubscription<>(subscriber, subscription);
    }

    private static final class Plain<T> extends CarryingSubscriber<T> {
        Plain(Object work, FlowableSubscriber<T> subscriber, boolean last) {
            super(work, subscriber, last);
        }

        @Override
        Subscription carrying(Subscription subscription) {
            return Fused.carrying(this, subscription);
        }
    }

    private static final class Conditional<T> extends CarryingSubscriber<T> implements ConditionalSubscriber<T> {
        private final ConditionalSubscriber<T> conditional;

        Conditional(Object work, ConditionalSubscriber<T> subscriber, boolean last) {
            super(work, subscriber, last);
            this.conditional = subscriber;
        }

        @Override
        Subscription carrying(Subscription subscription) {
            return Fused.carrying(this, subscription);
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

    private static final class Queue<T> extends CarryingSubscription<QueueSubscription<T>> implements QueueSubscription<T> {
        Queue(CarryingSubscriber<?> subscriber, QueueSubscription<T> subscription) {
            super(subscriber, subscription);
        }

        @Override
        public int requestFusion(int mode) {
            return subscription.requestFusion(mode);
        }

        @Override
        public T poll() throws Throwable {
            Object before = subscriber.begin();
            try {
                return subscription.poll();
            } finally {
                Current.set(before);
            }
        }

        @Override
        public boolean offer(T item) {
            return subscription.offer(item);
        }

        @Override
        public boolean offer(T first, T second) {
            return subscription.offer(first, second);
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

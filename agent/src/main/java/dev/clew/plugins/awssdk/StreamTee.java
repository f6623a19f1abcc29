package dev.clew.plugins.awssdk;

import dev.clew.context.Current;
import java.nio.ByteBuffer;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Looks at the pieces of an answer as they pass. What they lead to, event handlers of the application's among it, runs for the
 * work that the application was at when it called.
 */
final class StreamTee implements Publisher<ByteBuffer> {
    private final Publisher<ByteBuffer> body;
    private final Attempt attempt;

    StreamTee(Publisher<ByteBuffer> body, Attempt attempt) {
        this.body = body;
        this.attempt = attempt;
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(subscriber == null ? null : new Tee(subscriber, attempt));
    }

    private static final class Tee implements Subscriber<ByteBuffer> {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final Attempt attempt;

        Tee(Subscriber<? super ByteBuffer> subscriber, Attempt attempt) {
            this.subscriber = subscriber;
            this.attempt = attempt;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            Object before = Current.set(attempt.caller);
            try {
                subscriber.onSubscribe(subscription == null ? null : new Demand(subscription, attempt));
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            try {
                attempt.exchange.piece(bytes);
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(attempt.caller);
            try {
                subscriber.onNext(bytes);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            try {
                attempt.broken(thrown);
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(attempt.caller);
            try {
                subscriber.onError(thrown);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onComplete() {
            try {
                attempt.exchange.complete();
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(attempt.caller);
            try {
                subscriber.onComplete();
            } finally {
                Current.set(before);
            }
        }
    }

    /** The demand as it is; only that there will be no more of it is noted. */
    private static final class Demand implements Subscription {
        private final Subscription subscription;
        private final Attempt attempt;

        Demand(Subscription subscription, Attempt attempt) {
            this.subscription = subscription;
            this.attempt = attempt;
        }

        @Override
        public void request(long n) {
            subscription.request(n);
        }

        @Override
        public void cancel() {
            try {
                attempt.stopped();
            } catch (Throwable ours) {
                // not seen, then
            }
            subscription.cancel();
        }
    }
}

package dev.clew.plugins.async;

import dev.clew.context.Current;
import java.util.concurrent.Flow;

/** A {@code Flow.Publisher} whose subscriptions are traced. */
final class FlowResult<T> implements Flow.Publisher<T> {
    private final Flow.Publisher<T> source;
    private final AsyncCall call;
    private final Object assembled;

    FlowResult(Flow.Publisher<T> source, AsyncCall call, Object assembled) {
        this.source = source;
        this.call = call;
        this.assembled = assembled;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> downstream) {
        Track track = downstream == null ? null : Track.begin(call, assembled);
        if (track == null) {
            source.subscribe(downstream);
            return;
        }
        Traced<T> traced = new Traced<>(downstream, track);
        track.livesWith(traced);
        Object before = track.inside();
        try {
            source.subscribe(traced);
        } catch (Throwable thrown) {
            track.failed(thrown);
            throw thrown;
        } finally {
            Current.set(before);
        }
    }

    @Override
    public String toString() {
        return source.toString();
    }

    private static final class Traced<T> implements Flow.Subscriber<T>, Flow.Subscription {
        private final Flow.Subscriber<? super T> downstream;
        private final Track track;
        private Flow.Subscription upstream;

        Traced(Flow.Subscriber<? super T> downstream, Track track) {
            this.downstream = downstream;
            this.track = track;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream = subscription;
            Object before = track.outside();
            try {
                downstream.onSubscribe(subscription == null ? null : this);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onNext(T item) {
            track.item(item);
            Object before = track.outside();
            try {
                downstream.onNext(item);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onError(Throwable error) {
            track.failed(error);
            Object before = track.outside();
            try {
                downstream.onError(error);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onComplete() {
            track.completed();
            Object before = track.outside();
            try {
                downstream.onComplete();
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void request(long n) {
            Object before = track.inside();
            try {
                upstream.request(n);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void cancel() {
            Object before = track.inside();
            try {
                upstream.cancel();
            } finally {
                Current.set(before);
                track.cancelled();
            }
        }
    }
}

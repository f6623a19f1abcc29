package dev.clew.plugins.async;

import dev.clew.context.Current;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/** {@code Flux} and {@code Mono} whose subscriptions are traced. Operators like any other, never fused: see RATIONALE.md. */
final class ReactorResults {
    private ReactorResults() {}

    @SuppressWarnings("unchecked")
    static Object flux(Object flux, AsyncCall call, Object assembled) {
        return new TracedFlux<>((Flux<Object>) flux, call, assembled);
    }

    @SuppressWarnings("unchecked")
    static Object mono(Object mono, AsyncCall call, Object assembled) {
        return new TracedMono<>((Mono<Object>) mono, call, assembled);
    }

    private static final class TracedFlux<T> extends FluxOperator<T, T> {
        private final AsyncCall call;
        private final Object assembled;

        TracedFlux(Flux<T> source, AsyncCall call, Object assembled) {
            super(source);
            this.call = call;
            this.assembled = assembled;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> downstream) {
            Track track = Track.begin(call, assembled);
            if (track == null) {
                source.subscribe(downstream);
                return;
            }
            Traced<T> traced = new Traced<>(downstream, track, false);
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
    }

    private static final class TracedMono<T> extends MonoOperator<T, T> {
        private final AsyncCall call;
        private final Object assembled;

        TracedMono(Mono<T> source, AsyncCall call, Object assembled) {
            super(source);
            this.call = call;
            this.assembled = assembled;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> downstream) {
            Track track = Track.begin(call, assembled);
            if (track == null) {
                source.subscribe(downstream);
                return;
            }
            Traced<T> traced = new Traced<>(downstream, track, true);
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
    }

    /** Passes every signal on, late and forbidden ones too: downstream deals with them as it would without us. */
    private static final class Traced<T> implements CoreSubscriber<T>, Subscription, Scannable {
        private final CoreSubscriber<? super T> downstream;
        private final Track track;
        /** A Mono that is cancelled after its value came has done all it had to do. */
        private final boolean isMono;

        private Subscription upstream;
        private volatile boolean hasValue;

        Traced(CoreSubscriber<? super T> downstream, Track track, boolean isMono) {
            this.downstream = downstream;
            this.track = track;
            this.isMono = isMono;
            track.livesWith(this);
        }

        @Override
        public Context currentContext() {
            return downstream.currentContext();
        }

        @Override
        public Object scanUnsafe(Attr key) {
            return key == Attr.ACTUAL ? downstream : key == Attr.PARENT ? upstream : null;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            Object before = track.outside();
            try {
                downstream.onSubscribe(this);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onNext(T item) {
            track.item(item);
            hasValue = isMono;
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
                if (hasValue) {
                    track.completed();
                } else {
                    track.cancelled();
                }
            }
        }
    }
}

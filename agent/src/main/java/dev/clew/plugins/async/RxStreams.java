package dev.clew.plugins.async;

import dev.clew.context.Current;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.FlowableSubscriber;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.disposables.Disposable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** RxJava's streams of many items, their subscriptions traced. Never fused: see RATIONALE.md. */
final class RxStreams {
    private RxStreams() {}

    @SuppressWarnings("unchecked")
    static Object flowable(Object flowable, AsyncCall call, Object assembled) {
        return new TracedFlowable<>((Flowable<Object>) flowable, call, assembled);
    }

    @SuppressWarnings("unchecked")
    static Object observable(Object observable, AsyncCall call, Object assembled) {
        return new TracedObservable<>((Observable<Object>) observable, call, assembled);
    }

    private static final class TracedFlowable<T> extends Flowable<T> {
        private final Flowable<T> source;
        private final AsyncCall call;
        private final Object assembled;

        TracedFlowable(Flowable<T> source, AsyncCall call, Object assembled) {
            this.source = source;
            this.call = call;
            this.assembled = assembled;
        }

        @Override
        protected void subscribeActual(Subscriber<? super T> downstream) {
            Track track = Track.begin(call, assembled);
            if (track == null) {
                source.subscribe(downstream);
                return;
            }
            Object before = track.inside();
            try {
                source.subscribe(new FlowableEnd<>(downstream, track));
            } catch (Throwable thrown) {
                track.failed(thrown);
                throw thrown;
            } finally {
                Current.set(before);
            }
        }
    }

    private static final class FlowableEnd<T> implements FlowableSubscriber<T>, Subscription {
        private final Subscriber<? super T> downstream;
        private final Track track;
        private Subscription upstream;

        FlowableEnd(Subscriber<? super T> downstream, Track track) {
            this.downstream = downstream;
            this.track = track;
            track.livesWith(this);
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

    private static final class TracedObservable<T> extends Observable<T> {
        private final Observable<T> source;
        private final AsyncCall call;
        private final Object assembled;

        TracedObservable(Observable<T> source, AsyncCall call, Object assembled) {
            this.source = source;
            this.call = call;
            this.assembled = assembled;
        }

        @Override
        protected void subscribeActual(Observer<? super T> downstream) {
            Track track = Track.begin(call, assembled);
            if (track == null) {
                source.subscribe(downstream);
                return;
            }
            Object before = track.inside();
            try {
                source.subscribe(new ObservableEnd<>(downstream, track));
            } catch (Throwable thrown) {
                track.failed(thrown);
                throw thrown;
            } finally {
                Current.set(before);
            }
        }
    }

    private static final class ObservableEnd<T> implements Observer<T>, Disposable {
        private final Observer<? super T> downstream;
        private final Track track;
        private Disposable upstream;

        ObservableEnd(Observer<? super T> downstream, Track track) {
            this.downstream = downstream;
            this.track = track;
            track.livesWith(this);
        }

        @Override
        public void onSubscribe(Disposable disposable) {
            upstream = disposable;
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
        public void dispose() {
            Object before = track.inside();
            try {
                upstream.dispose();
            } finally {
                Current.set(before);
                track.cancelled();
            }
        }

        @Override
        public boolean isDisposed() {
            return upstream.isDisposed();
        }
    }
}

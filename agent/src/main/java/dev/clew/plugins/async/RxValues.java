package dev.clew.plugins.async;

import dev.clew.context.Current;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;

/** RxJava's streams of one value or none, their subscriptions traced. Never fused: see RATIONALE.md. */
final class RxValues {
    private RxValues() {}

    @SuppressWarnings("unchecked")
    static Object single(Object single, AsyncCall call, Object assembled) {
        return new TracedSingle<>((Single<Object>) single, call, assembled);
    }

    @SuppressWarnings("unchecked")
    static Object maybe(Object maybe, AsyncCall call, Object assembled) {
        return new TracedMaybe<>((Maybe<Object>) maybe, call, assembled);
    }

    static Object completable(Object completable, AsyncCall call, Object assembled) {
        return new TracedCompletable((Completable) completable, call, assembled);
    }

    private static final class TracedSingle<T> extends Single<T> {
        private final Single<T> source;
        private final AsyncCall call;
        private final Object assembled;

        TracedSingle(Single<T> source, AsyncCall call, Object assembled) {
            this.source = source;
            this.call = call;
            this.assembled = assembled;
        }

        @Override
        protected void subscribeActual(SingleObserver<? super T> downstream) {
            Track track = Track.begin(call, assembled);
            if (track == null) {
                source.subscribe(downstream);
                return;
            }
            Object before = track.inside();
            try {
                source.subscribe(new SingleEnd<>(downstream, track));
            } catch (Throwable thrown) {
                track.failed(thrown);
                throw thrown;
            } finally {
                Current.set(before);
            }
        }
    }

    private static final class SingleEnd<T> implements SingleObserver<T>, Disposable {
        private final SingleObserver<? super T> downstream;
        private final Track track;
        private Disposable upstream;

        SingleEnd(SingleObserver<? super T> downstream, Track track) {
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
        public void onSuccess(T value) {
            track.item(value);
            track.completed();
            Object before = track.outside();
            try {
                downstream.onSuccess(value);
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

    private static final class TracedMaybe<T> extends Maybe<T> {
        private final Maybe<T> source;
        private final AsyncCall call;
        private final Object assembled;

        TracedMaybe(Maybe<T> source, AsyncCall call, Object assembled) {
            this.source = source;
            this.call = call;
            this.assembled = assembled;
        }

        @Override
        protected void subscribeActual(MaybeObserver<? super T> downstream) {
            Track track = Track.begin(call, assembled);
            if (track == null) {
                source.subscribe(downstream);
                return;
            }
            Object before = track.inside();
            try {
                source.subscribe(new MaybeEnd<>(downstream, track));
            } catch (Throwable thrown) {
                track.failed(thrown);
                throw thrown;
            } finally {
                Current.set(before);
            }
        }
    }

    private static final class MaybeEnd<T> implements MaybeObserver<T>, Disposable {
        private final MaybeObserver<? super T> downstream;
        private final Track track;
        private Disposable upstream;

        MaybeEnd(MaybeObserver<? super T> downstream, Track track) {
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
        public void onSuccess(T value) {
            track.item(value);
            track.completed();
            Object before = track.outside();
            try {
                downstream.onSuccess(value);
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

    private static final class TracedCompletable extends Completable {
        private final Completable source;
        private final AsyncCall call;
        private final Object assembled;

        TracedCompletable(Completable source, AsyncCall call, Object assembled) {
            this.source = source;
            this.call = call;
            this.assembled = assembled;
        }

        @Override
        protected void subscribeActual(CompletableObserver downstream) {
            Track track = Track.begin(call, assembled);
            if (track == null) {
                source.subscribe(downstream);
                return;
            }
            Object before = track.inside();
            try {
                source.subscribe(new CompletableEnd(downstream, track));
            } catch (Throwable thrown) {
                track.failed(thrown);
                throw thrown;
            } finally {
                Current.set(before);
            }
        }
    }

    private static final class CompletableEnd implements CompletableObserver, Disposable {
        private final CompletableObserver downstream;
        private final Track track;
        private Disposable upstream;

        CompletableEnd(CompletableObserver downstream, Track track) {
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

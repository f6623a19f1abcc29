package dev.clew.plugins.rxjava3;

import dev.clew.context.Current;
import dev.clew.plugins.async.Handed;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;

/** Hears each signal for the work that was current at the subscription. Adds, drops and holds back nothing. */
abstract class CarryingObserver extends Handed {
    private final Object shown;

    CarryingObserver(Object work, Object shown) {
        super(work);
        this.shown = shown;
    }

    final boolean isFor(Object work) {
        return carries(work);
    }

    @Override
    public final String toString() {
        return shown.toString();
    }

    static final class OfMany<T> extends CarryingObserver implements Observer<T> {
        private final Observer<T> observer;

        OfMany(Object work, Observer<T> observer) {
            super(work, observer);
            this.observer = observer;
        }

        @Override
        public void onSubscribe(Disposable disposable) {
            Object before = enter();
            try {
                observer.onSubscribe(disposable);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onNext(T item) {
            Object before = enter();
            try {
                observer.onNext(item);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onError(Throwable error) {
            Object before = enter();
            try {
                observer.onError(error);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onComplete() {
            Object before = enter();
            try {
                observer.onComplete();
            } finally {
                Current.set(before);
            }
        }
    }

    static final class OfSingle<T> extends CarryingObserver implements SingleObserver<T> {
        private final SingleObserver<T> observer;

        OfSingle(Object work, SingleObserver<T> observer) {
            super(work, observer);
            this.observer = observer;
        }

        @Override
        public void onSubscribe(Disposable disposable) {
            Object before = enter();
            try {
                observer.onSubscribe(disposable);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onSuccess(T value) {
            Object before = enter();
            try {
                observer.onSuccess(value);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onError(Throwable error) {
            Object before = enter();
            try {
                observer.onError(error);
            } finally {
                Current.set(before);
            }
        }
    }

    static final class OfMaybe<T> extends CarryingObserver implements MaybeObserver<T> {
        private final MaybeObserver<T> observer;

        OfMaybe(Object work, MaybeObserver<T> observer) {
            super(work, observer);
            this.observer = observer;
        }

        @Override
        public void onSubscribe(Disposable disposable) {
            Object before = enter();
            try {
                observer.onSubscribe(disposable);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onSuccess(T value) {
            Object before = enter();
            try {
                observer.onSuccess(value);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onError(Throwable error) {
            Object before = enter();
            try {
                observer.onError(error);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onComplete() {
            Object before = enter();
            try {
                observer.onComplete();
            } finally {
                Current.set(before);
            }
        }
    }

    static final class OfCompletable extends CarryingObserver implements CompletableObserver {
        private final CompletableObserver observer;

        OfCompletable(Object work, CompletableObserver observer) {
            super(work, observer);
            this.observer = observer;
        }

        @Override
        public void onSubscribe(Disposable disposable) {
            Object before = enter();
            try {
                observer.onSubscribe(disposable);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onError(Throwable error) {
            Object before = enter();
            try {
                observer.onError(error);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onComplete() {
            Object before = enter();
            try {
                observer.onComplete();
            } finally {
                Current.set(before);
            }
        }
    }
}

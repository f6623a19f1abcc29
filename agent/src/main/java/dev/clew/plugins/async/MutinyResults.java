package dev.clew.plugins.async;

import dev.clew.context.Current;
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.operators.AbstractUni;
import io.smallrye.mutiny.subscription.ContextSupport;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.smallrye.mutiny.subscription.UniSubscriber;
import io.smallrye.mutiny.subscription.UniSubscription;
import java.util.concurrent.Flow;

/** {@code Uni} and {@code Multi} whose subscriptions are traced. */
final class MutinyResults {
    private MutinyResults() {}

    @SuppressWarnings("unchecked")
    static Object uni(Object uni, AsyncCall call, Object assembled) {
        return new TracedUni<>((Uni<Object>) uni, call, assembled);
    }

    @SuppressWarnings("unchecked")
    static Object multi(Object multi, AsyncCall call, Object assembled) {
        return new TracedMulti<>((Multi<Object>) multi, call, assembled);
    }

    private static final class TracedUni<T> extends AbstractUni<T> {
        private final Uni<T> source;
        private final AsyncCall call;
        private final Object assembled;

        TracedUni(Uni<T> source, AsyncCall call, Object assembled) {
            this.source = source;
            this.call = call;
            this.assembled = assembled;
        }

        @Override
        public void subscribe(UniSubscriber<? super T> downstream) {
            Track track = Track.begin(call, assembled);
            if (track == null) {
                AbstractUni.subscribe(source, downstream);
                return;
            }
            Object before = track.inside();
            try {
                AbstractUni.subscribe(source, new UniEnd<T>(downstream, track));
            } catch (Throwable thrown) {
                track.failed(thrown);
                throw thrown;
            } finally {
                Current.set(before);
            }
        }
    }

    private static final class UniEnd<T> implements UniSubscriber<T>, UniSubscription {
        private final UniSubscriber<? super T> downstream;
        private final Track track;
        private UniSubscription upstream;

        UniEnd(UniSubscriber<? super T> downstream, Track track) {
            this.downstream = downstream;
            this.track = track;
            track.livesWith(this);
        }

        @Override
        public Context context() {
            return downstream.context();
        }

        @Override
        public void onSubscribe(UniSubscription subscription) {
            upstream = subscription;
            Object before = track.outside();
            try {
                downstream.onSubscribe(this);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onItem(T item) {
            track.item(item);
            track.completed();
            Object before = track.outside();
            try {
                downstream.onItem(item);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onFailure(Throwable failure) {
            track.failed(failure);
            Object before = track.outside();
            try {
                downstream.onFailure(failure);
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

    private static final class TracedMulti<T> extends AbstractMulti<T> {
        private final Multi<T> source;
        private final AsyncCall call;
        private final Object assembled;

        TracedMulti(Multi<T> source, AsyncCall call, Object assembled) {
            this.source = source;
            this.call = call;
            this.assembled = assembled;
        }

        @Override
        public void subscribe(MultiSubscriber<? super T> downstream) {
            Track track = Track.begin(call, assembled);
            if (track == null) {
                source.subscribe(downstream);
                return;
            }
            Object before = track.inside();
            try {
                source.subscribe(new MultiEnd<T>(downstream, track));
            } catch (Throwable thrown) {
                track.failed(thrown);
                throw thrown;
            } finally {
                Current.set(before);
            }
        }
    }

    private static final class MultiEnd<T> implements MultiSubscriber<T>, Flow.Subscription, ContextSupport {
        private final MultiSubscriber<? super T> downstream;
        private final Track track;
        private Flow.Subscription upstream;

        MultiEnd(MultiSubscriber<? super T> downstream, Track track) {
            this.downstream = downstream;
            this.track = track;
            track.livesWith(this);
        }

        @Override
        public Context context() {
            return downstream instanceof ContextSupport ? ((ContextSupport) downstream).context() : Context.empty();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            upstream = subscription;
            Object before = track.outside();
            try {
                downstream.onSubscribe(this);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onItem(T item) {
            track.item(item);
            Object before = track.outside();
            try {
                downstream.onItem(item);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onFailure(Throwable failure) {
            track.failed(failure);
            Object before = track.outside();
            try {
                downstream.onFailure(failure);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onCompletion() {
            track.completed();
            Object before = track.outside();
            try {
                downstream.onCompletion();
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

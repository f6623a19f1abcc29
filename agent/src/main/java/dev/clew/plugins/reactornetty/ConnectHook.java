package dev.clew.plugins.reactornetty;

import dev.clew.context.Current;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Replace;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import java.util.stream.Stream;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.netty.Connection;
import reactor.util.context.Context;

/** A request is subscribed to: whatever the client offers ends here, each time it is subscribed to. */
@Hook(
        type = "reactor.netty.http.client.HttpClientConnect$MonoHttpConnect",
        method = "subscribe",
        params = "reactor.core.CoreSubscriber",
        wakes = Wake.WEAVING,
        owns = Layer.HTTP)
final class ConnectHook {
    private ConnectHook() {}

    @Enter
    static Sending enter(@This Object mono) throws Throwable {
        return Sending.of(Internals.config(mono));
    }

    @Replace(0)
    static Object subscriber(@Entered Sending sending, @Arg(0) CoreSubscriber<? super Connection> subscriber) {
        return sending == null || !sending.isModelCall || subscriber == null ? null : new Connecting(sending, subscriber);
    }

    @Exit
    static void exit(@Entered Sending sending) {
        if (sending != null) {
            sending.leave();
        }
    }

    /** Waits for the response's head. What fails or is cancelled until then is heard of here, and for some of it nowhere else. */
    private static final class Connecting implements CoreSubscriber<Connection>, Subscription, Scannable {
        private final Sending sending;
        private final CoreSubscriber<? super Connection> subscriber;
        private volatile Subscription subscription;
        private volatile boolean answered;

        Connecting(Sending sending, CoreSubscriber<? super Connection> subscriber) {
            this.sending = sending;
            this.subscriber = subscriber;
        }

        @Override
        public void onSubscribe(Subscription upstream) {
            subscription = upstream;
            Object before = Current.set(sending.caller);
            try {
                subscriber.onSubscribe(this);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onNext(Connection connection) {
            answered = true;
            Object before = Current.set(sending.caller);
            try {
                subscriber.onNext(connection);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onError(Throwable error) {
            try {
                sending.failed(error);
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(sending.caller);
            try {
                subscriber.onError(error);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onComplete() {
            Object before = Current.set(sending.caller);
            try {
                subscriber.onComplete();
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void request(long n) {
            subscription.request(n);
        }

        @Override
        public void cancel() {
            try {
                if (!answered) {
                    sending.cancelled();
                }
            } catch (Throwable ours) {
                // not seen, then
            }
            subscription.cancel();
        }

        @Override
        public Context currentContext() {
            return subscriber.currentContext();
        }

        @Override
        public boolean isScanAvailable() {
            return Scannable.from(subscriber).isScanAvailable();
        }

        @Override
        @SuppressWarnings("rawtypes") // as it is declared
        public Object scanUnsafe(Attr key) {
            return Scannable.from(subscriber).scanUnsafe(key);
        }

        @Override
        public String name() {
            return Scannable.from(subscriber).name();
        }

        @Override
        public String stepName() {
            return Scannable.from(subscriber).stepName();
        }

        @Override
        public Stream<? extends Scannable> inners() {
            return Scannable.from(subscriber).inners();
        }

        @Override
        public String toString() {
            return subscriber.toString();
        }
    }
}

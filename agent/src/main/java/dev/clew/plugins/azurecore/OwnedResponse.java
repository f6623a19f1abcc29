package dev.clew.plugins.azurecore;

import com.azure.core.http.HttpResponse;
import dev.clew.context.Current;
import dev.clew.trace.LlmCall;
import dev.clew.wire.Wire;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** A response that a model call owns, a new one for each subscription. */
final class OwnedResponse extends Mono<HttpResponse> {
    private final Mono<HttpResponse> response;
    private final Wire wire;

    OwnedResponse(Mono<HttpResponse> response, Wire wire) {
        this.response = response;
        this.wire = wire;
    }

    @Override
    public void subscribe(CoreSubscriber<? super HttpResponse> subscriber) {
        Object caller = null;
        LlmCall call = null;
        try {
            caller = Current.get();
            call = wire.own();
        } catch (Throwable ours) {
            // as without us, then
        }
        if (call == null) {
            response.subscribe(subscriber);
            return;
        }
        try {
            response.subscribe(new Owned(subscriber, call, caller));
        } finally {
            call.leave();
        }
    }

    private static final class Owned implements CoreSubscriber<HttpResponse>, Subscription {
        private final CoreSubscriber<? super HttpResponse> subscriber;
        private final LlmCall call;
        private final Object caller;
        private volatile Subscription subscription;
        private volatile boolean answered;

        Owned(CoreSubscriber<? super HttpResponse> subscriber, LlmCall call, Object caller) {
            this.subscriber = subscriber;
            this.call = call;
            this.caller = caller;
        }

        @Override
        public void onSubscribe(Subscription upstream) {
            subscription = upstream;
            Object before = Current.set(caller);
            try {
                subscriber.onSubscribe(this);
            } finally {
                Current.set(before);
            }
        }

        /** The tries are over; the last one goes on as its body is read. */
        @Override
        public void onNext(HttpResponse answer) {
            answered = true;
            settle();
            Object before = Current.set(caller);
            try {
                subscriber.onNext(answer);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onError(Throwable error) {
            try {
                call.end(error);
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(caller);
            try {
                subscriber.onError(error);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onComplete() {
            settle();
            Object before = Current.set(caller);
            try {
                subscriber.onComplete();
            } finally {
                Current.set(before);
            }
        }

        private void settle() {
            try {
                call.settle();
            } catch (Throwable ours) {
                // not seen, then
            }
        }

        /** The first one sends the request, for the call. */
        @Override
        public void request(long n) {
            Object before = answered ? Current.get() : Current.set(call);
            try {
                subscription.request(n);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void cancel() {
            try {
                if (!answered) {
                    call.cancel();
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
    }
}

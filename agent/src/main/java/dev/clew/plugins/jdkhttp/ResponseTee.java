package dev.clew.plugins.jdkhttp;

import dev.clew.context.Current;
import dev.clew.wire.Exchange;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/**
 * Looks at a response as it passes: what the application's handler asks for is asked for, what arrives is copied and handed
 * on. The handler runs for the work that the application was at when it sent the request.
 */
final class ResponseTee<T> implements BodyHandler<T> {
    private final BodyHandler<T> handler;
    private final Exchange exchange;
    private final Outcome outcome;

    ResponseTee(BodyHandler<T> handler, Exchange exchange, Outcome outcome) {
        this.handler = handler;
        this.exchange = exchange;
        this.outcome = outcome;
    }

    Exchange exchange() {
        return exchange;
    }

    @Override
    public BodySubscriber<T> apply(ResponseInfo info) {
        BodySubscriber<T> subscriber;
        Object before = Current.set(exchange.caller());
        try {
            subscriber = handler.apply(info);
        } finally {
            Current.set(before);
        }
        if (subscriber == null) {
            return null;
        }
        try {
            HttpHeaders headers = info.headers();
            exchange.head(
                    info.statusCode(),
                    first(headers, "content-type"),
                    first(headers, "content-encoding"),
                    new Headers(headers));
            Tee<T> tee = new Tee<>(subscriber, exchange, outcome);
            exchange.livesWith(tee);
            return tee;
        } catch (Throwable ours) {
            return subscriber;
        }
    }

    /** Not {@code firstValue}: that one runs a stream, for each header of each call. */
    static String first(HttpHeaders headers, String name) {
        List<String> values = headers.allValues(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Looks through a tee at the application's own subscriber; any other subscriber as it is. */
    static BodySubscriber<?> behind(BodySubscriber<?> subscriber) {
        return subscriber instanceof Tee ? ((Tee<?>) subscriber).subscriber : subscriber;
    }

    private static final class Headers implements Supplier<Map<String, String>> {
        private final HttpHeaders headers;

        Headers(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Map<String, String> get() {
            Map<String, String> first = new HashMap<>();
            for (Map.Entry<String, List<String>> header : headers.map().entrySet()) {
                if (!header.getValue().isEmpty()) {
                    first.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().get(0));
                }
            }
            return first;
        }
    }

    private static final class Tee<T> implements BodySubscriber<T> {
        private final BodySubscriber<T> subscriber;
        private final Exchange exchange;
        private final Outcome outcome;

        Tee(BodySubscriber<T> subscriber, Exchange exchange, Outcome outcome) {
            this.subscriber = subscriber;
            this.exchange = exchange;
            this.outcome = outcome;
        }

        @Override
        public CompletionStage<T> getBody() {
            return subscriber.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            Flow.Subscription handedOn = subscription == null ? null : new Demand(subscription, this);
            Object before = Current.set(exchange.caller());
            try {
                subscriber.onSubscribe(handedOn);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> pieces) {
            try {
                for (int i = 0; i < pieces.size(); i++) {
                    exchange.piece(pieces.get(i));
                }
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(exchange.caller());
            try {
                subscriber.onNext(pieces);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onError(Throwable thrown) {
            try {
                outcome.broken(thrown);
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(exchange.caller());
            try {
                subscriber.onError(thrown);
            } finally {
                Current.set(before);
            }
        }

        @Override
        public void onComplete() {
            try {
                exchange.complete();
            } catch (Throwable ours) {
                // not seen, then
            }
            Object before = Current.set(exchange.caller());
            try {
                subscriber.onComplete();
            } finally {
                Current.set(before);
            }
        }
    }

    /** The application's demand, untouched; only that it wants no more is noted. Keeps the tee alive as long as itself. */
    private static final class Demand implements Flow.Subscription {
        private final Flow.Subscription subscription;
        private final Tee<?> tee;

        Demand(Flow.Subscription subscription, Tee<?> tee) {
            this.subscription = subscription;
            this.tee = tee;
        }

        @Override
        public void request(long n) {
            subscription.request(n);
        }

        @Override
        public void cancel() {
            try {
                tee.exchange.cancel();
            } catch (Throwable ours) {
                // not seen, then
            }
            subscription.cancel();
        }
    }
}

package dev.clew.plugins.jdkhttp;

import dev.clew.context.Current;
import dev.clew.wire.Body;
import dev.clew.wire.Exchange;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Flow;

/** The application's request, with a body that is looked at as it is sent. Only where it can't be had otherwise. */
final class RequestTee extends HttpRequest {
    /** What {@code BodyPublishers.ofString} and {@code ofByteArray} answer, on every JDK from 17 to 25. */
    private static final String OF_STRING = "jdk.internal.net.http.RequestPublishers$StringPublisher";

    private static final String OF_BYTES = "jdk.internal.net.http.RequestPublishers$ByteArrayPublisher";
    private static final long AT_ONCE_MAX = 1 << 20;

    private final HttpRequest request;
    private final Optional<BodyPublisher> publisher;

    private RequestTee(HttpRequest request, Optional<BodyPublisher> publisher) {
        this.request = request;
        this.publisher = publisher;
    }

    /** Null where the application's request can stay as it is: its body was read, or it has none. */
    static HttpRequest of(HttpRequest request, Exchange exchange) {
        Optional<BodyPublisher> body = body(request, exchange);
        return body == null ? null : new RequestTee(request, body);
    }

    private static Optional<BodyPublisher> body(HttpRequest request, Exchange exchange) {
        BodyPublisher publisher = request.bodyPublisher().orElse(null);
        if (publisher == null) {
            exchange.requestComplete();
            return null;
        }
        String name = publisher.getClass().getName();
        if ((name.equals(OF_STRING) || name.equals(OF_BYTES)) && publisher.contentLength() <= AT_ONCE_MAX) {
            exchange.request().expect(publisher.contentLength());
            publisher.subscribe(new Reader(exchange));
            return null;
        }
        return Optional.of(new TeePublisher(publisher, exchange));
    }

    /** Reads at once, on this thread, what is in memory anyway: another subscriber of such a publisher changes nothing. */
    private static final class Reader implements Flow.Subscriber<ByteBuffer> {
        private final Exchange exchange;

        Reader(Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            exchange.request().add(bytes);
        }

        @Override
        public void onError(Throwable thrown) {
            exchange.requestComplete();
        }

        @Override
        public void onComplete() {
            exchange.requestComplete();
        }
    }

    /** Subscribed to anew for each try, redirect and authentication: the last one counts. */
    private static final class TeePublisher implements BodyPublisher {
        private final BodyPublisher publisher;
        private final Exchange exchange;

        TeePublisher(BodyPublisher publisher, Exchange exchange) {
            this.publisher = publisher;
            this.exchange = exchange;
        }

        @Override
        public long contentLength() {
            return publisher.contentLength();
        }

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            exchange.request().again();
            Object before = Current.set(exchange.caller());
            try {
                publisher.subscribe(subscriber == null ? null : new Tee(subscriber, exchange));
            } finally {
                Current.set(before);
            }
        }
    }

    private static final class Tee implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private final Exchange exchange;

        Tee(Flow.Subscriber<? super ByteBuffer> subscriber, Exchange exchange) {
            this.subscriber = subscriber;
            this.exchange = exchange;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscriber.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            try {
                Body body = exchange.request();
                if (bytes != null) {
                    body.add(bytes);
                }
            } catch (Throwable ours) {
                // not seen, then
            }
            subscriber.onNext(bytes);
        }

        @Override
        public void onError(Throwable thrown) {
            subscriber.onError(thrown);
        }

        @Override
        public void onComplete() {
            try {
                exchange.requestComplete();
            } catch (Throwable ours) {
                // not seen, then
            }
            subscriber.onComplete();
        }
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        return publisher;
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public Optional<Duration> timeout() {
        return request.timeout();
    }

    @Override
    public boolean expectContinue() {
        return request.expectContinue();
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public Optional<HttpClient.Version> version() {
        return request.version();
    }

    @Override
    public HttpHeaders headers() {
        return request.headers();
    }

    @Override
    public String toString() {
        return request.toString();
    }
}

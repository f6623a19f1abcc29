package dev.clew.plugins.awssdk;

import dev.clew.wire.Exchange;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * One transmission of a request and what is answered. It ends once; a body that breaks off ends it only with the SDK's own
 * future, since that alone tells whether the application cancelled.
 */
final class Attempt implements BiConsumer<Object, Throwable> {
    private final Call call;
    final Exchange exchange;
    /** What the application was at when it called. */
    final Object caller;

    private volatile CompletableFuture<?> answer;
    private volatile Throwable broken;

    Attempt(Call call, Exchange exchange, Object caller) {
        this.call = call;
        this.exchange = exchange;
        this.caller = caller;
    }

    /** The request with the trace's headers, behind the signature's back, and a body that is copied as it is read. */
    SdkHttpFullRequest dressed(SdkHttpFullRequest request) {
        String[] more = request.firstMatchingHeader("traceparent").isPresent() ? null : exchange.headers();
        ContentStreamProvider body = request.contentStreamProvider().orElse(null);
        exchange.requestEncoding(request.firstMatchingHeader("Content-Encoding").orElse(null));
        if (more == null && body == null) {
            return null;
        }
        SdkHttpFullRequest.Builder dressed = request.toBuilder();
        for (int i = 0; more != null && i < more.length; i += 2) {
            dressed.putHeader(more[i], more[i + 1]);
        }
        if (body != null) {
            dressed.contentStreamProvider(new RequestTee(body, exchange));
        }
        return dressed.build();
    }

    void head(SdkHttpResponse response) {
        // a client that knows the length does not read to the end
        exchange.requestComplete();
        exchange.head(
                response.statusCode(),
                response.firstMatchingHeader("Content-Type").orElse(null),
                response.firstMatchingHeader("Content-Encoding").orElse(null),
                new Headers(response));
    }

    void answeredBy(CompletableFuture<?> future) {
        answer = future;
        exchange.livesWith(future);
        future.whenComplete(this);
    }

    /** The body broke off. */
    void broken(Throwable thrown) {
        broken = thrown;
        CompletableFuture<?> future = answer;
        if (future == null || future.isDone()) {
            exchange.fail(thrown);
        }
    }

    /** Somebody wants no more of the body: the application, or the SDK since the call failed. Its future tells. */
    void stopped() {
        exchange.stopping();
        call.stopping();
    }

    @Override
    public void accept(Object response, Throwable error) {
        ended(error != null ? error : broken);
    }

    void ended(Throwable error) {
        if (error != null) {
            exchange.fail(error);
        } else {
            exchange.complete();
        }
    }

    private static final class Headers implements Supplier<Map<String, String>> {
        private final SdkHttpResponse response;

        Headers(SdkHttpResponse response) {
            this.response = response;
        }

        @Override
        public Map<String, String> get() {
            Map<String, String> first = new HashMap<>();
            for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
                if (!header.getValue().isEmpty()) {
                    first.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().get(0));
                }
            }
            return first;
        }
    }
}

package dev.clew.plugins.jdkhttp;

import dev.clew.context.Rescuable;
import dev.clew.wire.Exchange;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** What the advice of one call hands on to each other. */
final class Sending implements Rescuable {
    private final Exchange exchange;
    /** Null where the application's own can stay. */
    final HttpRequest request;

    final HttpResponse.BodyHandler<?> handler;

    Sending(Exchange exchange, HttpRequest request, HttpResponse.BodyHandler<?> handler) {
        this.exchange = exchange;
        this.request = request;
        this.handler = handler;
    }

    void sent(CompletableFuture<?> answer, Throwable error) {
        try {
            if (answer == null) {
                exchange.fail(error);
            } else {
                answer.whenComplete(new Answered(exchange));
            }
        } finally {
            exchange.leave();
        }
    }

    /** A response ends with its body, which may come later; without one, this is the end. */
    private static final class Answered implements BiConsumer<Object, Throwable> {
        private final Exchange exchange;

        Answered(Exchange exchange) {
            this.exchange = exchange;
        }

        @Override
        public void accept(Object response, Throwable error) {
            if (error != null) {
                exchange.fail(error);
            }
        }
    }

    @Override
    public void rescue() {
        exchange.rescue();
    }
}

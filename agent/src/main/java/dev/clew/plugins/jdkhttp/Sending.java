package dev.clew.plugins.jdkhttp;

import dev.clew.context.Rescuable;
import dev.clew.wire.Exchange;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** What the advice of one call hands on to each other. */
final class Sending implements Rescuable {
    private final Exchange exchange;
    private final Outcome outcome;
    /** Null where the application's own can stay. */
    final HttpRequest request;

    final HttpResponse.BodyHandler<?> handler;

    Sending(Exchange exchange, Outcome outcome, HttpRequest request, HttpResponse.BodyHandler<?> handler) {
        this.exchange = exchange;
        this.outcome = outcome;
        this.request = request;
        this.handler = handler;
    }

    void sent(CompletableFuture<?> answer, Throwable error) {
        try {
            if (answer == null) {
                exchange.fail(error);
            } else {
                outcome.of(answer);
            }
        } finally {
            exchange.leave();
        }
    }

    @Override
    public void rescue() {
        exchange.rescue();
    }
}

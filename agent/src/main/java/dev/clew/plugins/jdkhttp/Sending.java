package dev.clew.plugins.jdkhttp;

import dev.clew.context.Rescuable;
import dev.clew.wire.Exchange;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** What the advice of one call hands on to each other. */
final class Sending implements Rescuable {
    /** Null where it is no model call. */
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

    /** A request that is no model call and carries the trace on. */
    Sending(HttpRequest request) {
        this(null, null, request, null);
    }

    void sent(CompletableFuture<?> answer, Throwable error) {
        if (exchange == null) {
            return;
        }
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
        if (exchange != null) {
            exchange.rescue();
        }
    }
}

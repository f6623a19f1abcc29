package dev.clew.plugins.jdkhttp;

import dev.clew.wire.Exchange;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * Puts together how an exchange failed. A body breaks off with an {@code IOException} where the connection broke and
 * where the
 * application cancelled alike; only the future that the application holds tells which, while it is still open.
 */
final class Outcome implements BiConsumer<Object, Throwable> {
    private final Exchange exchange;
    private volatile CompletableFuture<?> answer;
    private volatile Throwable broken;

    Outcome(Exchange exchange) {
        this.exchange = exchange;
    }

    void of(CompletableFuture<?> future) {
        answer = future;
        future.whenComplete(this);
    }

    /** The body broke off. */
    void broken(Throwable thrown) {
        broken = thrown;
        CompletableFuture<?> future = answer;
        if (future != null && future.isDone()) {
            exchange.fail(thrown);
        }
    }

    /** A response ends with its body, which may come later; without one, this is the end. */
    @Override
    public void accept(Object response, Throwable error) {
        Throwable thrown = error != null ? error : broken;
        if (thrown != null) {
            exchange.fail(thrown);
        }
    }
}

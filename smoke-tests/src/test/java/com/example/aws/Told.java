package com.example.aws;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A future whose cancellation cancels what it is made of: the application holds one thing. */
final class Told<T> extends CompletableFuture<String> {
    private final CompletableFuture<T> of;

    private Told(CompletableFuture<T> of) {
        this.of = of;
    }

    static <T> CompletableFuture<String> of(CompletableFuture<T> of, Function<T, String> text) {
        Told<T> told = new Told<>(of);
        of.whenComplete((value, error) -> {
            if (error != null) {
                told.completeExceptionally(error);
            } else {
                told.complete(text.apply(value));
            }
        });
        return told;
    }

    @Override
    public boolean cancel(boolean interrupt) {
        return of.cancel(interrupt);
    }
}

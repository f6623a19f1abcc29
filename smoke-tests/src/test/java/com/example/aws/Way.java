package com.example.aws;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/** One operation of Bedrock's over one HTTP client of the SDK's. */
interface Way {
    /** As in {@code converse-apache}. */
    String name();

    /** Whether the answer comes as events. */
    default boolean streams() {
        return false;
    }

    default boolean blocks() {
        return false;
    }

    /**
     * Asks, and reads the whole answer on this thread; what the application sees of it.
     *
     * @param model null for none, which the SDK refuses
     */
    default String whole(String model) throws Throwable {
        try {
            return start(model).get();
        } catch (ExecutionException failed) {
            throw failed.getCause();
        }
    }

    /** Asks; not where the operation {@linkplain #blocks blocks}. */
    default CompletableFuture<String> start(String model) {
        return start(model, each -> true);
    }

    /** As {@link #start(String)}, with each event as it comes; false cancels the subscription. */
    default CompletableFuture<String> start(String model, Predicate<String> each) {
        return null;
    }
}

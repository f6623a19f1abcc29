package com.example.tck;

import java.util.function.LongFunction;
import org.reactivestreams.Publisher;
import org.reactivestreams.tck.PublisherVerification;
import org.reactivestreams.tck.TestEnvironment;

/** The published tests of reactive streams, over one kind of publisher. */
public abstract class Verification extends PublisherVerification<Integer> {
    private static final long TIMEOUT_MILLIS = 250;
    private static final long SILENCE_MILLIS = 20;

    private final LongFunction<Publisher<Integer>> make;
    private final Publisher<Integer> failed;

    Verification(LongFunction<Publisher<Integer>> make, Publisher<Integer> failed) {
        super(new TestEnvironment(TIMEOUT_MILLIS, SILENCE_MILLIS));
        this.make = make;
        this.failed = failed;
    }

    @Override
    public Publisher<Integer> createPublisher(long elements) {
        return make.apply(elements);
    }

    @Override
    public Publisher<Integer> createFailedPublisher() {
        return failed;
    }

    @Override
    public long maxElementsFromPublisher() {
        return 1000;
    }
}

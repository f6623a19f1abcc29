package com.example.handover.guava;

import com.example.handover.Construct;
import java.util.List;
import java.util.function.Supplier;

/** Guava's futures. */
public final class GuavaConstructs implements Supplier<List<Construct>> {
    @Override
    public List<Construct> get() {
        return List.of(
                Construct.of("callbacks", Listening::callbacks),
                Construct.of("transform", Listening::transform),
                Construct.of("combined", Listening::combined),
                Construct.of("identity", Listening::identity),
                Construct.of("throwing", Listening::throwing),
                Construct.of("deepChain", Listening::deepChain),
                Construct.of("dropped", Listening::dropped),
                Construct.of("decoratedPool", Submitting::decoratedPool),
                Construct.of("decoratedThreads", Submitting::decoratedThreads),
                Construct.of("submitAsync", Submitting::submitAsync),
                Construct.of("listenableTask", Submitting::listenableTask),
                Construct.of("sequential", Submitting::sequential));
    }
}

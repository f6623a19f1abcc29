package com.example.handover.vertx;

import com.example.handover.Construct;
import com.example.handover.Probe;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Contexts and futures of Vert.x. */
public final class VertxConstructs implements Supplier<List<Construct>> {

    /** What a construct does with a Vert.x of its own. */
    private interface Body {
        void run(Probe p, Vertx vertx) throws Exception;
    }

    @Override
    public List<Construct> get() {
        return List.of(
                of("runOnContext", Contexts::runOnContext),
                of("timers", Contexts::timers),
                of("periodic", Contexts::periodic),
                of("workerContext", Contexts::workerContext),
                of("executeBlocking", Contexts::executeBlocking),
                of("orderedBlocking", Contexts::orderedBlocking),
                of("handlers", Futures::handlers),
                of("chain", Futures::chain),
                of("completedAlready", Futures::completedAlready),
                of("promises", Futures::promises),
                of("completable", Futures::completable),
                of("dropped", Futures::dropped));
    }

    private static Construct of(String name, Body body) {
        return Construct.of(name, p -> {
            Vertx vertx = Vertx.vertx();
            try {
                body.run(p, vertx);
                // the loops themselves have nothing left
                Contexts.run(vertx.getOrCreateContext(), () -> p.mark("after on the loop"));
                Contexts.blocking(vertx, () -> {
                    p.mark("after on a worker");
                    return null;
                });
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
            }
        });
    }
}

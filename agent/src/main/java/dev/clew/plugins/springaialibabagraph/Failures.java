package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphResponse;
import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import reactor.core.Fuseable;

/** Errors pass through a graph as items. */
final class Failures {
    private Failures() {}

    /** A stream of one item that is there already: its node has failed, or has stopped for a person to be asked. */
    static void note(GraphRunnerContext context, Object flux) throws Exception {
        Walk walk = flux instanceof Fuseable.ScalarCallable<?> ? Walk.of(context) : null;
        if (walk == null) {
            return;
        }
        Throwable error = ((Fuseable.ScalarCallable<?>) flux).call() instanceof GraphResponse<?> response ? of(response) : null;
        if (error == null) {
            walk.stops();
        } else {
            walk.failed(error);
        }
    }

    /** Null where it is none. */
    static Throwable of(GraphResponse<?> response) {
        if (!response.isError()) {
            return null;
        }
        try {
            response.getOutput().getNow(null);
            return null;
        } catch (CompletionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (CancellationException e) {
            return e;
        }
    }
}

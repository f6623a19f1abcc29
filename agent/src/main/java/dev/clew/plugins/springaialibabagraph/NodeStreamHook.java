package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.plugins.async.AsyncCall;
import dev.clew.plugins.async.Results;
import dev.clew.plugins.async.Running;
import dev.clew.trace.Operation;

/** What a node answered goes on as a stream: whatever happens in there is the node's. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.executor.NodeExecutor",
        method = "transformFluxToGraphResponse",
        params = {"com.alibaba.cloud.ai.graph.GraphRunnerContext", "reactor.core.publisher.Flux", "*", "*"})
final class NodeStreamHook {
    private record Stream(Operation place, boolean endsIt) implements AsyncCall {
        @Override
        public Running subscribed() {
            return place.isOpen() ? new Part(place, endsIt) : null;
        }
    }

    private static final class Part extends Running {
        private final boolean endsIt;

        Part(Operation place, boolean endsIt) {
            super(place);
            this.endsIt = endsIt;
        }

        @Override
        protected boolean endsIt() {
            return endsIt;
        }
    }

    private NodeStreamHook() {}

    @Replace(1)
    static Object follow(@Arg(0) GraphRunnerContext context, @Arg(1) Object flux) {
        Walk walk = flux == null || context == null ? null : Walk.of(context);
        if (walk == null) {
            return null;
        }
        Operation branch = Branch.of(flux);
        if (branch != null) {
            return Results.traced(flux, new Stream(branch, true));
        }
        Operation place = walk.place();
        return place == walk.run() ? null : Results.traced(flux, new Stream(place, false));
    }
}

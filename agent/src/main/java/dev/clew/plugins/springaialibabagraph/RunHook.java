package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.CompiledGraph;
import com.alibaba.cloud.ai.graph.OverAllState;
import com.alibaba.cloud.ai.graph.RunnableConfig;
import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.plugins.async.Results;

/** Every way to run a graph ends in one of these; the run itself is a subscription. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.CompiledGraph",
        method = {"streamFromInitialNode", "graphResponseStream"},
        params = {"com.alibaba.cloud.ai.graph.OverAllState", "com.alibaba.cloud.ai.graph.RunnableConfig"},
        returns = "reactor.core.publisher.Flux",
        owns = Layer.WORKFLOW)
final class RunHook {
    private RunHook() {}

    @ReplaceReturned
    static Object follow(
            @This CompiledGraph graph, @Arg(0) OverAllState state, @Arg(1) RunnableConfig config, @Returned Object flux) {
        return flux == null || state == null || config == null ? null : Results.traced(flux, new Run(Graph.of(graph), state, config));
    }
}

package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;

/** A node's action has answered, and the graph takes it on, unless that fails. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.executor.NodeExecutor",
        method = "handleActionResult",
        params = {"com.alibaba.cloud.ai.graph.GraphRunnerContext", "java.util.Map", "*"})
final class NodeResultHook {
    private NodeResultHook() {}

    @Exit
    static void exit(@Arg(0) GraphRunnerContext context, @Returned Object flux) throws Exception {
        if (context != null) {
            Failures.note(context, flux);
        }
    }
}

package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.GraphRunnerContext;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;

/** A node's action is called. What it does later, and the rest of the run, is in what the method returns. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.executor.NodeExecutor",
        method = "executeNode",
        params = {"com.alibaba.cloud.ai.graph.GraphRunnerContext", "*"})
final class NodeHook {
    private NodeHook() {}

    @Enter
    static Inside enter(@Arg(0) GraphRunnerContext context) {
        Walk walk = context == null ? null : Walk.of(context);
        String id = walk == null ? null : context.getNextNodeId();
        return id == null ? null : Inside.of(walk.enters(id, context));
    }

    @Exit
    static void exit(@Entered Inside inside, @Arg(0) GraphRunnerContext context, @Returned Object flux) throws Exception {
        if (inside != null) {
            inside.rescue();
            Failures.note(context, flux);
        }
    }
}

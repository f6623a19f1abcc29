package dev.clew.plugins.springaialibabagraph;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.WorkflowStep;

/** One of the nodes that an edge with several targets runs at once, on the thread that does so. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.internal.node.ParallelNode$AsyncParallelNodeAction",
        method = "evalNodeActionSync",
        params = {"*", "java.lang.String", "*", "*"})
final class BranchHook {
    private BranchHook() {}

    @Enter
    static WorkflowStep enter(@Arg(1) String node) {
        return Branch.begin(node);
    }

    @Exit
    static void exit(@Entered WorkflowStep step, @Returned Object future, @Threw Throwable error) {
        if (step != null) {
            Branch.end(step, future, error);
        }
    }
}

package dev.clew.plugins.springaialibabagraph;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.WorkflowStep;

/** Likewise, one of those that an edge has chosen, since 1.1.2. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.internal.node.ConditionalParallelNode$ConditionalParallelNodeAction",
        method = "evalNodeActionSync",
        params = {"*", "java.lang.String", "*", "*"})
final class ChosenBranchHook {
    private ChosenBranchHook() {}

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

package dev.clew.plugins.springaialibaba;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;

/** A SupervisorAgent decides, in 1.1.0. */
@Hook(type = "com.alibaba.cloud.ai.graph.agent.flow.node.SupervisorEdgeAction", method = "getDecisionWithRetry", params = {"java.util.List", "int"})
final class SupervisorHook {
    private SupervisorHook() {}

    @Enter
    static Routing enter() {
        return Routing.begin();
    }

    @Exit
    static void exit(@Entered Routing routing) {
        if (routing != null) {
            routing.rescue();
        }
    }
}

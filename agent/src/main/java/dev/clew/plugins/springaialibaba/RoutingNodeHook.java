package dev.clew.plugins.springaialibaba;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;

/** An LlmRoutingAgent decides, since 1.1.2. */
@Hook(type = "com.alibaba.cloud.ai.graph.agent.flow.node.RoutingNode", method = "getDecisionWithRetry", params = {"java.util.List", "int"})
final class RoutingNodeHook {
    private RoutingNodeHook() {}

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

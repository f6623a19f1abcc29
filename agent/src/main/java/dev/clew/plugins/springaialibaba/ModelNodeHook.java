package dev.clew.plugins.springaialibaba;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Threw;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Operation;

/** An agent is about to ask its model: its own next round, whatever it is asked by. */
@Hook(type = "com.alibaba.cloud.ai.graph.agent.node.AgentLlmNode", method = "buildChatClientRequestSpec")
final class ModelNodeHook {
    private ModelNodeHook() {}

    @Exit
    static void exit(@Threw Throwable error) {
        Operation agent = error == null ? Operation.current() : null;
        if (agent instanceof AgentRun) {
            agent.asksItself(1);
        }
    }
}

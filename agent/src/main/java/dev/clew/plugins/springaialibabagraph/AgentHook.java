package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.CompiledGraph;
import com.alibaba.cloud.ai.graph.agent.Agent;
import com.alibaba.cloud.ai.graph.agent.flow.agent.FlowAgent;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import java.util.ArrayList;
import java.util.List;

/** Every agent asks for its graph here before it is run, by whomever. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.agent.Agent",
        method = "getAndCompileGraph",
        params = {})
final class AgentHook {
    private AgentHook() {}

    @Exit
    static void exit(@This Agent agent, @Returned CompiledGraph graph) {
        if (graph != null && !Graph.isKnownAsAgent(graph)) {
            Graph.isOf(graph, member(agent));
        }
    }

    private static Member member(Agent agent) {
        List<Member> members = new ArrayList<>();
        boolean isFlow = agent instanceof FlowAgent;
        if (isFlow && ((FlowAgent) agent).subAgents() != null) {
            for (Agent sub : ((FlowAgent) agent).subAgents()) {
                members.add(member(sub));
            }
        }
        return new Member(agent.name(), agent.description(), isFlow, members);
    }
}

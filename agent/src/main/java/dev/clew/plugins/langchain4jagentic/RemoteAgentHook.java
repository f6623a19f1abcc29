package dev.clew.plugins.langchain4jagentic;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.plugins.langchain4jtypes.Values;
import dev.clew.trace.AgentRun;
import dev.langchain4j.agentic.planner.AgentInstance;

/** An agent of another process, over A2A: adopted where a workflow invokes it, opened here where the application calls it itself. */
@Hook(
        type = "dev.langchain4j.agentic.a2a.DefaultA2AClientBuilder",
        method = "invokeAgent",
        owns = Layer.AGENT)
final class RemoteAgentHook {
    private RemoteAgentHook() {}

    @Enter
    static AgentRun enter(@This Object client) {
        if (AgentRun.adopt() != null || !(client instanceof AgentInstance agent)) {
            return null;
        }
        AgentRun run = AgentRun.start(agent.name()).alone();
        run.description(Values.some(agent.description()));
        return run;
    }

    @Exit
    static void exit(@Entered AgentRun run, @Returned Object returned, @Threw Throwable error) {
        if (run == null) {
            return;
        }
        run.output(Values.answer(returned));
        run.gave(returned);
        run.leave();
        run.end(error);
    }
}

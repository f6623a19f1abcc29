package dev.clew.plugins.langchain4jagenticolder;

import dev.clew.hook.Arg;
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
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.internal.AgentInvoker;

/** An agent that a workflow invokes, up to 1.5: arguments by their position. */
@Hook(
        type = "dev.langchain4j.agentic.internal.AgentInvoker",
        method = "invoke",
        params = {"java.lang.Object", "*"},
        owns = Layer.AGENT)
final class PositionalAgentHook {
    private PositionalAgentHook() {}

    @Enter
    static AgentRun enter(@This AgentInvoker invoker, @Arg(0) Object agent, @Arg(1) Object[] args) {
        AgentRun run = Agents.begin(invoker, agent);
        if (run != null) {
            run.input(Values.ofCall(invoker.method(), args));
            if (!(agent instanceof UntypedAgent)) { // that is handed all that there is, whatever it needs
                Values.took(run, args);
            }
        }
        return run;
    }

    @Exit
    static void exit(@Entered AgentRun run, @Arg(0) Object agent, @Returned Object returned, @Threw Throwable error) {
        Agents.end(run, agent, returned, error);
    }
}

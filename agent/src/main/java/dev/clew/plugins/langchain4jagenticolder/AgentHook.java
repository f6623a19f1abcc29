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
import dev.langchain4j.agentic.internal.AgentInvocationArguments;
import dev.langchain4j.agentic.internal.AgentInvoker;

/** An agent that a workflow invokes, from 1.6 to 1.9. */
@Hook(
        type = "dev.langchain4j.agentic.internal.AgentInvoker",
        method = "invoke",
        params = {
            "dev.langchain4j.agentic.scope.AgenticScope",
            "java.lang.Object",
            "dev.langchain4j.agentic.internal.AgentInvocationArguments"
        },
        owns = Layer.AGENT)
final class AgentHook {
    private AgentHook() {}

    @Enter
    static AgentRun enter(@This AgentInvoker invoker, @Arg(1) Object agent, @Arg(2) AgentInvocationArguments args) {
        AgentRun run = Agents.begin(invoker, agent);
        if (run != null && args != null) {
            run.input(Values.ofNamed(args.namedArgs()));
            if (!(agent instanceof UntypedAgent)) { // that is handed all that there is, whatever it needs
                Values.tookNamed(run, args.namedArgs());
            }
        }
        return run;
    }

    @Exit
    static void exit(@Entered AgentRun run, @Arg(1) Object agent, @Returned Object returned, @Threw Throwable error) {
        Agents.end(run, agent, returned, error);
    }
}

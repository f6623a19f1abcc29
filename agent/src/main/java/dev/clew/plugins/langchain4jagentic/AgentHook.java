package dev.clew.plugins.langchain4jagentic;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.plugins.langchain4jtypes.Persons;
import dev.clew.plugins.langchain4jtypes.Values;
import dev.clew.trace.AgentRun;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.agent.AgentInvocationHandler;
import dev.langchain4j.agentic.internal.AgentInvocationArguments;
import dev.langchain4j.agentic.internal.AgentInvoker;
import dev.langchain4j.agentic.internal.PlannerBasedInvocationHandler;
import java.lang.reflect.Proxy;

/** An agent that a workflow invokes: of a model, of a person, of another process, or plain code. A retry is a new one. */
@Hook(
        type = "dev.langchain4j.agentic.internal.AgentInvoker",
        method = "invoke",
        params = {
            "dev.langchain4j.agentic.scope.DefaultAgenticScope",
            "java.lang.Object",
            "dev.langchain4j.agentic.internal.AgentInvocationArguments"
        },
        owns = Layer.AGENT)
final class AgentHook {
    private AgentHook() {}

    @Enter
    static AgentRun enter(@This AgentInvoker invoker, @Arg(1) Object agent, @Arg(2) AgentInvocationArguments args) {
        Object behind = agent != null && Proxy.isProxyClass(agent.getClass()) ? Proxy.getInvocationHandler(agent) : null;
        if (behind instanceof PlannerBasedInvocationHandler) {
            return null; // a workflow, which opens its own span
        }
        AgentRun run = AgentRun.start(invoker.name());
        Chosen.begins(run, invoker.name());
        if (!(behind instanceof AgentInvocationHandler) && !isRemote(behind)) {
            run.alone(); // no AiService: one that it calls is a second agent
        }
        run.description(Values.some(invoker.description()));
        if (args != null) {
            run.input(Values.ofNamed(args.namedArgs()));
            if (!(agent instanceof UntypedAgent)) { // that is handed all that there is, whatever it needs
                Values.tookNamed(run, args.namedArgs());
            }
        }
        Persons.asked(run, agent);
        return run;
    }

    /** See {@link RemoteAgentHook}; not there in most applications. */
    private static boolean isRemote(Object behind) {
        return behind != null && behind.getClass().getName().equals("dev.langchain4j.agentic.a2a.DefaultA2AClientBuilder");
    }

    @Exit
    static void exit(@Entered AgentRun run, @Arg(1) Object agent, @Returned Object returned, @Threw Throwable error) {
        if (run == null) {
            return;
        }
        if (error == null) {
            Persons.answered(run, agent, returned);
        }
        if (Values.answer(returned) != null) {
            run.output(Values.answer(returned));
        }
        run.gave(returned);
        run.leave();
        if (error != null || !run.isStreaming()) {
            run.end(Values.cause(error));
        }
    }
}

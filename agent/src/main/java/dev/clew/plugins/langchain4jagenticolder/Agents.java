package dev.clew.plugins.langchain4jagenticolder;

import dev.clew.plugins.langchain4jtypes.Persons;
import dev.clew.plugins.langchain4jtypes.Values;
import dev.clew.trace.AgentRun;
import dev.langchain4j.agentic.internal.AgentInvoker;
import java.lang.reflect.Proxy;

/** What the hooks of agents have in common. */
final class Agents {
    private static final String PACKAGE = "dev.langchain4j.agentic.";

    private Agents() {}

    /** Null for a workflow, which opens its own span. */
    static AgentRun begin(AgentInvoker invoker, Object agent) {
        Class<?> behind = agent != null && Proxy.isProxyClass(agent.getClass())
                ? Proxy.getInvocationHandler(agent).getClass()
                : Object.class;
        String handler = behind.getName();
        boolean workflow = handler.equals(PACKAGE + "internal.PlannerBasedInvocationHandler")
                || behind.getSuperclass() != null
                        && behind.getSuperclass().getName().equals(PACKAGE + "internal.AbstractAgentInvocationHandler");
        if (workflow) {
            return null;
        }
        AgentRun run = AgentRun.start(invoker.name());
        if (!handler.equals(PACKAGE + "agent.AgentInvocationHandler")) {
            run.alone(); // no AiService: one that it calls is a second agent
        }
        run.description(Values.some(invoker.description()));
        Persons.asked(run, agent);
        return run;
    }

    static void end(AgentRun run, Object agent, Object returned, Throwable error) {
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

package dev.clew.plugins.langchain4jagentic;

import dev.clew.context.Rescuable;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.plugins.langchain4jtypes.Values;
import dev.clew.trace.Operation;
import dev.clew.trace.WorkflowRun;
import dev.langchain4j.agentic.internal.AgentExecutor;
import dev.langchain4j.agentic.planner.Action;
import dev.langchain4j.agentic.planner.AgentInstance;
import dev.langchain4j.agentic.planner.PlanningContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A planner says who is next: one decision, though the first action may be asked of the method for the next. */
@Hook(
        type = "dev.langchain4j.agentic.planner.Planner",
        subtypes = true,
        method = {"firstAction", "nextAction"},
        params = "dev.langchain4j.agentic.planner.PlanningContext",
        returns = "dev.langchain4j.agentic.planner.Action")
final class PlannerHook {
    private static final ThreadLocal<Object> DECIDING = new ThreadLocal<>();

    /** A planner that is being asked on this thread. */
    static final class Decision implements Rescuable {
        private final Object before;
        private final Operation agentBefore;
        private final Operation callBefore;

        private Decision(Object planner) {
            before = DECIDING.get();
            DECIDING.set(planner);
            WorkflowRun workflow = WorkflowRun.owner();
            agentBefore = workflow == null ? null : workflow.lastAgent();
            callBefore = workflow == null ? null : workflow.lastCall();
        }

        /** What this planner asked, on its own thread: an agent, or a model; null for one that decides by itself. */
        private Operation adviser(WorkflowRun workflow) {
            Operation agent = workflow.lastAgent();
            if (agent != agentBefore && agent.wasDoneHere()) {
                return agent;
            }
            Operation call = workflow.lastCall();
            return call != callBefore && call.wasDoneHere() ? call : null;
        }

        @Override
        public void rescue() {
            if (before == null) {
                DECIDING.remove();
            } else {
                DECIDING.set(before);
            }
        }
    }

    private record Facts(Class<?> planner, String after, List<String> agents, String answer) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("planner", planner.getSimpleName().isEmpty() ? planner.getName() : planner.getSimpleName());
            facts.put("after", after);
            facts.put("decision", agents == null ? "done" : "call");
            facts.put("agents", agents == null ? null : String.join(", ", agents));
            facts.put("result", answer);
            return facts;
        }
    }

    private PlannerHook() {}

    @Enter
    static Decision enter(@This Object planner) {
        return DECIDING.get() == planner ? null : new Decision(planner);
    }

    @Exit
    static void exit(
            @Entered Decision decision,
            @This Object planner,
            @Arg(0) PlanningContext context,
            @Returned Action action,
            @Threw Throwable error) {
        if (decision == null) {
            return;
        }
        decision.rescue();
        WorkflowRun workflow = action == null ? null : WorkflowRun.owner();
        List<String> agents = action instanceof Action.AgentCallAction call ? names(call) : null;
        boolean waits = agents != null && agents.isEmpty();
        if (workflow == null || waits) {
            return;
        }
        boolean first = context == null || context.previousAgentInvocation() == null;
        String after = first ? null : context.previousAgentInvocation().agentName();
        String answer = agents == null ? Values.plain(action.result()) : null;
        Operation adviser = agents == null ? null : decision.adviser(workflow);
        if (adviser != null) {
            workflow.attach(new Chosen(adviser, agents));
        }
        workflow.event("clew.decision", new Facts(planner.getClass(), after, agents, answer));
    }

    private static List<String> names(Action.AgentCallAction call) {
        List<String> names = new ArrayList<>(2);
        for (AgentExecutor agent : call.agentsToCall()) {
            names.add(((AgentInstance) agent).name());
        }
        return names;
    }
}

package dev.clew.plugins.langchain4jagentic;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.plugins.langchain4jtypes.Values;
import dev.clew.trace.WorkflowRun;
import dev.langchain4j.agentic.agent.AgentInvocationException;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** An agent has failed and its workflow decides what becomes of that: throw, which is the rule and said by the errors, or not. */
@Hook(
        type = "dev.langchain4j.agentic.scope.DefaultAgenticScope",
        method = "handleError",
        params = {"java.lang.String", "*"},
        returns = "dev.langchain4j.agentic.agent.ErrorRecoveryResult")
final class RecoveryHook {
    private record Facts(String agent, Throwable error, ErrorRecoveryResult recovery) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("planner", "error handler");
            facts.put("after", agent);
            facts.put("decision", recovery.type().name().toLowerCase(Locale.ROOT));
            facts.put("error", error == null ? null : real(error).getClass().getName());
            facts.put("result", Values.plain(recovery.result()));
            return facts;
        }

        /** Agents are called by reflection, and the call's own error is not the point. */
        private static Throwable real(Throwable error) {
            Throwable real = error;
            while (real.getCause() != null
                    && (real instanceof AgentInvocationException
                            || real instanceof InvocationTargetException
                            || real instanceof UndeclaredThrowableException)) {
                real = real.getCause();
            }
            return real;
        }
    }

    private RecoveryHook() {}

    @Exit
    static void exit(@Arg(0) String agent, @Arg(1) Throwable error, @Returned ErrorRecoveryResult recovery) {
        WorkflowRun workflow = recovery == null ? null : WorkflowRun.owner();
        if (workflow != null && recovery.type() != ErrorRecoveryResult.Type.THROW_EXCEPTION) {
            workflow.event("clew.decision", new Facts(agent, error, recovery));
        }
    }
}

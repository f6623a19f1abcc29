package dev.clew.plugins.langchain4jguardrails;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Threw;
import dev.clew.trace.AgentRun;
import dev.clew.trace.Operation;
import dev.langchain4j.guardrail.GuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A guardrail has judged what goes to a model, or what comes from it. */
@Hook(
        type = "dev.langchain4j.guardrail.AbstractGuardrailExecutor",
        method = "validate",
        params = {"dev.langchain4j.guardrail.GuardrailRequest", "dev.langchain4j.guardrail.Guardrail"})
final class GuardrailHook {
    /** Results are immutable; the error is told where there is no result. */
    private record Verdict(Class<?> guardrail, GuardrailResult<?> result, Throwable error)
            implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("guardrail", guardrail.getSimpleName().isEmpty() ? guardrail.getName() : guardrail.getSimpleName());
            facts.put("stage", OutputGuardrail.class.isAssignableFrom(guardrail) ? "output" : "input");
            if (result == null) {
                facts.put("verdict", "error");
                Throwable cause = error.getCause() == null ? error : error.getCause();
                facts.put("message", cause.getClass().getName() + ": " + cause.getMessage());
                return facts;
            }
            facts.put("verdict", result.result().name().toLowerCase(java.util.Locale.ROOT));
            facts.put("message", messages(result.failures()));
            if (result.hasRewrittenResult()) {
                facts.put("rewritten", result.successfulText());
            }
            if (result instanceof OutputGuardrailResult output) {
                facts.put("next", output.isReprompt() ? "reprompt" : output.isRetry() ? "retry" : null);
            }
            return facts;
        }

        private static String messages(List<? extends GuardrailResult.Failure> failures) {
            StringBuilder text = new StringBuilder();
            for (GuardrailResult.Failure failure : failures == null ? List.<GuardrailResult.Failure>of() : failures) {
                if (failure.message() != null) {
                    text.append(text.length() == 0 ? "" : "\n").append(failure.message());
                }
            }
            return text.length() == 0 ? null : text.toString();
        }
    }

    private GuardrailHook() {}

    @Exit
    static void exit(@Arg(1) Object guardrail, @Returned GuardrailResult<?> result, @Threw Throwable error) {
        AgentRun agent = AgentRun.owner();
        Operation about = agent == null ? Operation.current() : agent;
        if (about != null && guardrail != null && (result != null || error != null)) {
            about.event("clew.guardrail", new Verdict(guardrail.getClass(), result, error));
        }
    }
}

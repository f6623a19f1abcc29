package dev.clew.plugins.springaiadvisors;

import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.trace.AgentRun;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** An answer was held against its schema; one that does not fit is asked for again. Since 1.1. */
@Hook(
        type = "org.springframework.ai.chat.client.advisor.StructuredOutputValidationAdvisor",
        method = "validateOutputSchema")
final class ValidationHook {
    private record Judged(Object result) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Object valid = ask(result, "success") instanceof Boolean since20 ? since20 : ask(result, "valid");
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("guardrail", "StructuredOutputValidationAdvisor");
            facts.put("stage", "output");
            facts.put("verdict", Boolean.TRUE.equals(valid) ? "success" : "failure");
            boolean why = Boolean.FALSE.equals(valid) && ask(result, "errorMessage") instanceof String;
            facts.put("message", why ? (String) ask(result, "errorMessage") : null);
            return facts;
        }

        private static Object ask(Object of, String name) {
            try {
                Method method = of.getClass().getDeclaredMethod(name);
                method.setAccessible(true);
                return method.invoke(of);
            } catch (ReflectiveOperationException | RuntimeException otherVersion) {
                return null;
            }
        }
    }

    private ValidationHook() {}

    @Exit
    static void exit(@Returned Object result) {
        AgentRun run = result == null ? null : AgentRun.owner();
        if (run != null) {
            run.event("clew.guardrail", new Judged(result));
        }
    }
}

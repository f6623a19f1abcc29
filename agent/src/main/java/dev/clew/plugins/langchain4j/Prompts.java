package dev.clew.plugins.langchain4j;

import dev.clew.trace.AgentRun;
import dev.clew.trace.PromptUse;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * The templates that an agent's own prompts are made of. A text that the caller passed is made of itself, says the library: that
 * is no template, unless there are variables in it.
 */
final class Prompts implements Supplier<PromptUse> {
    private static final Map<AgentRun, Prompts> OF = Collections.synchronizedMap(new WeakHashMap<>());

    private record Applied(String template, Map<String, Object> variables, String text) {}

    private final boolean fixed;
    private final boolean instructed;
    private final List<Applied> applied = new ArrayList<>(2);
    private volatile String system;

    private Prompts(Method method) {
        this.fixed = method.isAnnotationPresent(UserMessage.class);
        this.instructed = method.isAnnotationPresent(SystemMessage.class)
                || method.getDeclaringClass().isAnnotationPresent(SystemMessage.class);
    }

    static void expect(AgentRun run, Method method) {
        Prompts prompts = new Prompts(method);
        OF.put(run, prompts);
        run.prompt(prompts);
        run.promptName(method.getName());
    }

    /** Null for an agent that is not of AiServices. */
    static Prompts of(AgentRun run) {
        return OF.get(run);
    }

    /** @param variables plain values alone */
    void applied(String template, Map<String, Object> variables, String text) {
        synchronized (applied) {
            if (applied.size() < 2) {
                applied.add(new Applied(template, variables, text));
            }
        }
    }

    /** What the agent says its instructions are, since 1.6. */
    void system(String text) {
        system = text;
    }

    /** The instructions come first, if there are any; then what the user says. */
    @Override
    public PromptUse get() {
        Applied instructions = null;
        Applied user = null;
        synchronized (applied) {
            for (int i = 0; i < applied.size(); i++) {
                Applied one = applied.get(i);
                boolean first = i == 0 && (applied.size() == 2 || instructed && !fixed);
                if (system == null ? first : one.text.equals(system) && instructions == null && (first || applied.size() == 1)) {
                    instructions = one;
                } else {
                    user = one;
                }
            }
        }
        if (user != null && !fixed && !user.template.contains("{{")) {
            user = null;
        }
        if (user == null && instructions == null) {
            return null;
        }
        Map<String, Object> variables = user == null ? instructions.variables : user.variables;
        return new PromptUse(
                null, null, user == null ? null : user.template, instructions == null ? null : instructions.template, variables);
    }
}

package dev.clew.plugins.langchain4jagentic;

import dev.clew.plugins.langchain4jtypes.Values;
import dev.clew.trace.Operation;
import dev.clew.trace.WorkflowRun;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What the agents of a workflow share, as events of whoever reads or writes it. */
final class State {
    /** Where planners keep how far they are. */
    private static final String INTERNAL = "__";

    /** @param type where the value can't be read without running code of the application */
    private record Facts(String key, String value, Class<?> type) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("key", key);
            facts.put("value", value);
            facts.put("type", type == null ? null : type.getName());
            return facts;
        }
    }

    private State() {}

    static void read(String key, Object value) {
        Operation by = note("clew.state.read", key, value);
        if (by != null) {
            by.took(value);
        }
    }

    static void written(String key, Object value) {
        Operation by = note("clew.state.write", key, value);
        if (by != null && !(by instanceof WorkflowRun)) { // which puts there what it and its agents were given, and what they gave
            by.gave(value);
        }
    }

    /** Who did it; null for nobody whom it is told of. */
    private static Operation note(String event, String key, Object value) {
        Operation by = key == null || key.startsWith(INTERNAL) ? null : Operation.current();
        if (by == null || !by.isOpen()) {
            return null;
        }
        String text = Values.plain(value);
        by.event(event, new Facts(key, text, text == null && value != null ? value.getClass() : null));
        return by;
    }
}

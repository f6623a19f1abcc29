package dev.clew.plugins.langchain4jagentic;

import dev.clew.trace.Operation;
import java.util.ArrayList;
import java.util.List;

/** Agents that are next since a model said so, until they begin. Attached to their workflow. */
final class Chosen {
    private final Operation adviser;
    private final List<String> names;

    Chosen(Operation adviser, List<String> names) {
        this.adviser = adviser;
        this.names = new ArrayList<>(names);
    }

    /** An agent begins, or a workflow that is one of those of another: each choice is for one. */
    static void begins(Operation run, String name) {
        Operation workflow = run.parent();
        if (workflow != null && workflow.attached() instanceof Chosen chosen && chosen.take(name)) {
            run.handedOverBy(chosen.adviser);
        }
    }

    private synchronized boolean take(String name) {
        return names.remove(name);
    }
}

package dev.clew.plugins.springaialibabagraph;

import dev.clew.plugins.async.Results;
import dev.clew.plugins.async.Running;
import dev.clew.trace.Operation;
import dev.clew.trace.WorkflowStep;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import reactor.core.publisher.Flux;

/** One of several nodes that run at once. */
final class Branch extends Running {
    private static final Map<Object, Operation> STREAMS = Collections.synchronizedMap(new WeakHashMap<>());

    private final WorkflowStep step;
    private boolean streams;

    private Branch(WorkflowStep step) {
        super(step);
        this.step = step;
    }

    /** Null where the node is no step: it is a run itself, or an agent's. */
    static WorkflowStep begin(String node) {
        Level level = node == null ? null : Level.current();
        return level == null || !level.graph.isStep(node) ? null : WorkflowStep.start(node);
    }

    static void end(WorkflowStep step, Object future, Throwable error) {
        step.leave();
        if (error != null || !Results.ends(future, new Branch(step))) {
            step.end(error);
        }
    }

    /** The node that this is the stream of; told once. */
    static Operation of(Object flux) {
        return STREAMS.remove(flux);
    }

    @Override
    protected void item(Object item) {
        if (item instanceof Map<?, ?> values) {
            @SuppressWarnings("unchecked")
            Map<String, Object> state = (Map<String, Object>) values;
            State.written(step, state, Map.of());
            for (Object value : state.values()) {
                if (value instanceof Flux<?>) {
                    streams = true;
                    step.livesWith(value);
                    STREAMS.put(value, step);
                }
            }
        }
    }

    @Override
    protected boolean endsIt() {
        return !streams;
    }
}

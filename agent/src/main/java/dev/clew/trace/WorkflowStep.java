package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;

/** One step of a workflow, which its author gave a name: the span {@code execute_step <name>}. The conventions have none yet. */
public final class WorkflowStep extends Operation {
    private WorkflowStep(String name, Operation parent) {
        super(
                "execute_step " + name,
                SpanKind.INTERNAL,
                Attributes.of(Semconv.OPERATION, "execute_step", Semconv.STEP_NAME, name),
                parent);
    }

    /** Starts a step below the current operation and makes it current. */
    public static WorkflowStep start(String name) {
        WorkflowStep step = new WorkflowStep(name, current());
        step.enter();
        return step;
    }

    @Override
    void renderStart(SpanWriter out) {
        // all is known from the start
    }

    @Override
    void renderEnd(SpanWriter out) {
        renderOutcome();
    }

    @Override
    void release() {
        // it holds nothing
    }
}

package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.function.Supplier;

/** Agents and steps put together by a framework: the span {@code invoke_workflow <name>}. */
public final class WorkflowRun extends Operation {
    private volatile Supplier<List<Message>> input;
    private volatile Supplier<List<Message>> output;
    private int streams;
    private boolean returned;

    private WorkflowRun(String name, Operation parent) {
        super(name == null ? "invoke_workflow" : "invoke_workflow " + name, SpanKind.INTERNAL, known(name), parent);
    }

    private static Attributes known(String name) {
        var known = Attributes.builder().put(Semconv.OPERATION, "invoke_workflow");
        if (name != null) {
            known.put(Semconv.WORKFLOW_NAME, name);
        }
        return known.build();
    }

    /**
     * Starts a workflow below the current operation and makes it current.
     *
     * @param name low in cardinality; null where it has none
     */
    public static WorkflowRun start(String name) {
        WorkflowRun run = new WorkflowRun(name, current());
        run.enter();
        return run;
    }

    /** The workflow that this thread works for, or null. */
    public static WorkflowRun owner() {
        Operation current = current();
        return current == null ? null : current.enclosing(WorkflowRun.class);
    }

    public void input(Supplier<List<Message>> messages) {
        input = messages;
    }

    public void output(Supplier<List<Message>> messages) {
        output = messages;
    }

    /** The method that ran it has returned. Where it handed out a stream of one of its agents, the end is that stream's. */
    public void returned(Throwable error) {
        leave();
        synchronized (this) {
            returned = true;
            if (error == null && streams > 0) {
                return;
            }
        }
        end(error);
    }

    synchronized void streamBegan() {
        streams++;
    }

    void streamEnded() {
        synchronized (this) {
            streams--;
            if (!returned || streams > 0) {
                return;
            }
        }
        end(null);
    }

    @Override
    void renderStart(SpanWriter out) {
        out.input(Semconv.INPUT_MESSAGES, TraceCore.ask(input));
    }

    @Override
    void renderEnd(SpanWriter out) {
        out.output(Semconv.OUTPUT_MESSAGES, TraceCore.ask(output));
        renderOutcome();
    }

    @Override
    void release() {
        input = null;
        output = null;
    }
}

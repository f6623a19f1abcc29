package dev.clew.trace;

import dev.clew.capture.Masking;
import dev.clew.flow.Edge;
import dev.clew.flow.Flows;
import dev.clew.flow.Handed;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanContext;
import java.util.List;

/** Links a span to those whose output it was given; the recorder's thread alone. */
final class Dataflow {
    private static final int MAX_LINKS = 64;

    private final Flows flows = new Flows(Masking::mask);
    private final Texts early = new Texts();

    /** After the operation was rendered: what the writer noted of its content is taken from there. */
    void link(Operation operation, SpanWriter rendered) {
        if (operation.parent() == null && operation.isModelCall()) {
            rendered.texts().clear();
            return; // of such a trace it is all there is
        }
        operation.origin().isNew();
        told(operation.parent());
        handed(operation.parent());
        Texts texts = rendered.texts();
        Handed handed = operation.handed();
        if (texts.isEmpty() && handed == null) {
            return;
        }
        SpanContext span = operation.spanContext();
        operation.origin().ended(operation.endNanos);
        List<Edge> edges = flows.take(span.getTraceId(), operation.origin(), kind(operation), texts.inputs(), texts.outputs(), handed);
        texts.clear(); // nothing of the application's is kept
        for (int i = 0; i < edges.size() && i < MAX_LINKS; i++) {
            Edge edge = edges.get(i);
            if (edge.from().span().equals(operation.askedBy())) {
                continue; // it is linked already, and what it asked for is what it said
            }
            AttributesBuilder why = Attributes.builder();
            why.put(Semconv.LINK, "data");
            why.put(Semconv.DATA_SHARE, Math.round(edge.share() * 1000) / 1000.0);
            if (edge.same()) {
                why.put(Semconv.DATA_BY, "identity");
            }
            if (rendered.keepsContent() && edge.sample() != null) {
                why.put(Semconv.DATA_SAMPLE, edge.sample());
            }
            operation.span.addLink((SpanContext) edge.from().span(), why.build());
        }
    }

    private static Flows.Kind kind(Operation operation) {
        return operation instanceof LlmCall ? Flows.Kind.MODEL : operation instanceof ToolCall ? Flows.Kind.TOOL : Flows.Kind.OTHER;
    }

    /** What a work was given was there before all that is part of it, though it ends last; it may be given more until then. */
    private void handed(Operation above) {
        for (Operation o = above; o != null; o = o.parent()) {
            Handed handed = o.handed();
            if (handed != null) {
                flows.handed(o.spanContext().getTraceId(), o.origin(), handed);
            }
        }
    }

    /** What an agent was told was there before all that is part of it, though it ends last. */
    private void told(Operation above) {
        if (above == null || !above.origin().isNew()) {
            return;
        }
        told(above.parent());
        List<Message> inputs = above instanceof AgentRun agent ? agent.inputs() : null;
        if (inputs != null) {
            try {
                early.input(inputs);
                flows.told(above.spanContext().getTraceId(), above.origin(), early.inputs());
            } finally {
                early.clear();
            }
        }
    }
}

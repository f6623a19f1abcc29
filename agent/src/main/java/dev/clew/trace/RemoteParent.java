package dev.clew.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.function.UnaryOperator;

/** The span in another process that a request was sent for, as its headers say. Immutable. */
final class RemoteParent {
    private static final int LENGTH = 55;
    private static final int TRACE_AT = 3;
    private static final int SPAN_AT = 36;
    private static final int FLAGS_AT = 53;
    /** The standard asks for at least 32 members to be passed on. */
    private static final int STATE_MAX = 512;

    private static final int BAGGAGE_MAX = 8192;

    private final SpanContext span;
    private final String others;
    private final String baggage;
    private final boolean ours;
    private final boolean modelCall;

    private RemoteParent(SpanContext span, String state, String baggage) {
        this.span = span;
        this.baggage = baggage == null || baggage.isBlank() || baggage.length() > BAGGAGE_MAX ? null : baggage;
        StringBuilder kept = new StringBuilder();
        boolean found = false;
        boolean model = false;
        for (String member : state == null ? new String[0] : state.split(",")) {
            String trimmed = member.trim();
            if (trimmed.startsWith("clew=")) {
                found = true;
                model = trimmed.equals(Propagation.TO_MODEL);
            } else if (!trimmed.isEmpty() && kept.length() + trimmed.length() < STATE_MAX) {
                kept.append(kept.length() == 0 ? "" : ",").append(trimmed);
            }
        }
        this.ours = found;
        this.modelCall = model;
        this.others = kept.length() == 0 ? null : kept.toString();
    }

    /**
     * Reads a request's headers.
     *
     * @param header answers the value of a header by its lower-case name, several joined with commas; null for none
     * @return null where they name no valid span
     */
    static RemoteParent of(UnaryOperator<String> header) {
        String parent = header.apply(Propagation.TRACEPARENT);
        if (parent == null || !isValid(parent = parent.trim())) {
            return null;
        }
        // whatever the sampler there decided: here all is kept
        SpanContext span = SpanContext.createFromRemoteParent(
                parent.substring(TRACE_AT, SPAN_AT - 1), parent.substring(SPAN_AT, FLAGS_AT - 1), TraceFlags.getSampled(),
                TraceState.getDefault());
        if (!span.isValid()) {
            return null;
        }
        return new RemoteParent(span, header.apply(Propagation.TRACESTATE), header.apply(Propagation.BAGGAGE));
    }

    /** By the standard: a later version may be longer, this one may not. */
    private static boolean isValid(String parent) {
        if (parent.length() < LENGTH || parent.startsWith("ff")) {
            return false;
        }
        if (parent.length() > LENGTH && (parent.startsWith("00") || parent.charAt(LENGTH) != '-')) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = parent.charAt(i);
            boolean dash = i == TRACE_AT - 1 || i == SPAN_AT - 1 || i == FLAGS_AT - 1;
            if (dash ? c != '-' : !(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    SpanContext span() {
        return span;
    }

    /** Whether the trace is one of Clew's. */
    boolean ours() {
        return ours;
    }

    /** Whether a model call sent the request: who answers it stands for a model, and may be no agent at all. */
    boolean isModelCall() {
        return modelCall;
    }

    /** The trace state without Clew's own member; null where nothing else is in it. */
    String others() {
        return others;
    }

    /** Null where there was none. */
    String baggage() {
        return baggage;
    }
}

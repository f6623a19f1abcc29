package dev.clew.trace;

import io.opentelemetry.api.trace.SpanContext;

/** What a request carries so that the trace goes on at the other end: W3C Trace Context level 1, and Baggage. */
final class Propagation {
    static final String TRACEPARENT = "traceparent";
    static final String TRACESTATE = "tracestate";
    static final String BAGGAGE = "baggage";

    /** Clew's own member of the trace state: where it stands, the trace is one of Clew's. */
    static final String MEMBER = "clew=1";

    /** The same, on a model call's own requests: what a model does for its answer is not agents' work. */
    static final String TO_MODEL = "clew=model";

    private static volatile boolean wanted = true;

    private Propagation() {}

    static void wanted(boolean yes) {
        wanted = yes;
    }

    /**
     * @param toModel whether it is a model call that sends them
     * @param remote where this process has the trace from; null where it began here
     */
    static String[] headers(SpanContext span, boolean toModel, RemoteParent remote) {
        if (!wanted) {
            return null;
        }
        String parent = "00-" + span.getTraceId() + '-' + span.getSpanId() + "-01";
        String others = remote == null ? null : remote.others();
        String own = toModel ? TO_MODEL : MEMBER;
        String state = others == null ? own : own + ',' + others;
        String baggage = remote == null ? null : remote.baggage();
        return baggage == null
                ? new String[] {TRACEPARENT, parent, TRACESTATE, state}
                : new String[] {TRACEPARENT, parent, TRACESTATE, state, BAGGAGE, baggage};
    }
}

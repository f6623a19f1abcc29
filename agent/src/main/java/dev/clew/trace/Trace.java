package dev.clew.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the operations of one trace share. */
final class Trace {
    private static final int ASKS = 1024;

    /** Nanoseconds. */
    private static final long CLOCKS_APART = 100_000;

    /** Wall clock and monotonic clock at the same moment: times within a trace never run backwards. */
    private final long epochNanos;

    private final long monotonicNanos;

    /** Which model call asked for a tool call: by agent and id, since providers reuse ids. */
    private final Map<String, Ask> asks = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ask> eldest) {
            return size() > ASKS;
        }
    };

    /** A model call's request for a tool. */
    static final class Ask {
        final SpanContext by;
        /** Text or reasoning that came with it; null where there was none, or it is not known yet. */
        volatile String reason;

        Ask(SpanContext by) {
            this.by = by;
        }
    }

    private final RemoteParent remote;

    /** @param remote what this trace goes on from; null where it begins here */
    Trace(RemoteParent remote) {
        this.remote = remote;
        java.time.Instant now;
        long before;
        long after;
        int tries = 0;
        do {
            before = System.nanoTime();
            now = java.time.Instant.now();
            after = System.nanoTime();
            // a thread that waits between the two clocks would move its whole trace
        } while (after - before > CLOCKS_APART && ++tries < 3);
        epochNanos = now.getEpochSecond() * 1_000_000_000L + now.getNano();
        monotonicNanos = after;
    }

    long now() {
        return at(System.nanoTime());
    }

    /** @param nanoTime of {@link System#nanoTime} */
    long at(long nanoTime) {
        return epochNanos + (nanoTime - monotonicNanos);
    }

    Context root() {
        return remote == null ? Context.root() : Context.root().with(Span.wrap(remote.span()));
    }

    /** Name, value, name, value, ...; null where the user wants none. */
    String[] headers(SpanContext span, boolean toModel) {
        return Propagation.headers(span, toModel, remote);
    }

    Ask asked(Operation agent, String toolCallId, SpanContext by) {
        String key = key(agent, toolCallId);
        synchronized (asks) {
            Ask ask = asks.get(key);
            if (ask == null || !ask.by.equals(by)) {
                ask = new Ask(by);
                asks.put(key, ask);
            }
            return ask;
        }
    }

    /** Null where no model call of the agent is known to have asked for it. */
    Ask ask(Operation agent, String toolCallId) {
        synchronized (asks) {
            return asks.get(key(agent, toolCallId));
        }
    }

    private static String key(Operation agent, String toolCallId) {
        return (agent == null ? "" : agent.spanId()) + '/' + toolCallId;
    }
}

package dev.clew.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The flows of the traces that were worked at last. One thread. */
public final class Flows {
    /** Bytes that all together may take, roughly. */
    private static final long MAX_BYTES = 32L << 20;

    private static final int MAX_TRACES = 512;
    private static final int LOOK_EVERY = 256;

    private final Tokens tokens = new Tokens();
    private final Keys keys = new Keys();
    private final Map<String, Flow> flows = new LinkedHashMap<>(16, 0.75f, true);
    private final UnaryOperator<String> masked;
    private int taken;

    /** @param masked takes secrets out of a text, and answers the very same one where there are none */
    public Flows(UnaryOperator<String> masked) {
        this.masked = masked;
    }

    /**
     * Takes what went into a piece of work and what came out of it, once it has ended; of each trace in the order of the ends.
     *
     * @return what fed it, at most one edge a piece of work
     */
    public List<Edge> take(String trace, Origin work, List<Text> inputs, List<Text> outputs) {
        Flow flow = flow(trace);
        List<Edge> edges = flow.take(work, inputs, outputs);
        if (++taken % LOOK_EVERY == 0) {
            shrink(flow);
        }
        return edges;
    }

    /** Takes what went into a piece of work that is still to end: it was there before anything that is part of it. */
    public void told(String trace, Origin work, List<Text> inputs) {
        flow(trace).told(work, inputs);
    }

    private Flow flow(String trace) {
        Flow flow = flows.get(trace);
        if (flow == null) {
            flow = new Flow(tokens, keys, masked);
            flows.put(trace, flow);
        }
        return flow;
    }

    /** Bytes that all traces take together, roughly. */
    public long bytes() {
        long bytes = 0;
        for (Flow flow : flows.values()) {
            bytes += flow.bytes();
        }
        return bytes;
    }

    private void shrink(Flow current) {
        long bytes = bytes();
        var oldest = flows.values().iterator();
        while ((bytes > MAX_BYTES || flows.size() > MAX_TRACES) && flows.size() > 1) {
            Flow flow = oldest.next();
            if (flow != current) {
                bytes -= flow.bytes();
                oldest.remove();
            }
        }
    }
}

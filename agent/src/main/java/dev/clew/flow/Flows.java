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

    /** What a piece of work is, as far as objects are known again. */
    public enum Kind {
        /** What it says it has made itself: no string of it is a constant of the application's. */
        MODEL,
        /** What it was told has a link of another kind. */
        TOOL,
        OTHER
    }

    /** What is known of one trace. */
    private static final class OfTrace {
        final Flow texts;
        final Same objects;

        OfTrace(Flow texts, Same objects) {
            this.texts = texts;
            this.objects = objects;
        }

        long bytes() {
            return texts.bytes() + objects.bytes();
        }
    }

    private final Tokens tokens = new Tokens();
    private final Keys keys = new Keys();
    private final Map<String, OfTrace> flows = new LinkedHashMap<>(16, 0.75f, true);
    private final UnaryOperator<String> masked;
    private int taken;

    /** @param masked takes secrets out of a text, and answers the very same one where there are none */
    public Flows(UnaryOperator<String> masked) {
        this.masked = masked;
    }

    /**
     * Takes what went into a piece of work and what came out of it, once it has ended; of each trace in the order of the ends.
     *
     * @param handed objects that it was given and gave; null for none
     * @return what fed it, at most one edge a piece of work
     */
    public List<Edge> take(String trace, Origin work, Kind kind, List<Text> inputs, List<Text> outputs, Handed handed) {
        OfTrace flow = flow(trace);
        if (handed != null) {
            flow.objects.note(work, handed);
        }
        List<Edge> edges = flow.objects.fed(work, kind, handed, inputs, flow.texts.take(work, inputs, outputs));
        flow.objects.gave(work, kind, inputs, outputs);
        if (++taken % LOOK_EVERY == 0) {
            shrink(flow);
        }
        return edges;
    }

    /** Takes what went into a piece of work that is still to end: it was there before anything that is part of it. */
    public void told(String trace, Origin work, List<Text> inputs) {
        flow(trace).texts.told(work, inputs);
    }

    /** Takes the objects that a piece of work was given and gave so far, and that is still to end. */
    public void handed(String trace, Origin work, Handed handed) {
        flow(trace).objects.note(work, handed);
    }

    private OfTrace flow(String trace) {
        OfTrace flow = flows.get(trace);
        if (flow == null) {
            flow = new OfTrace(new Flow(tokens, keys, masked), new Same(masked));
            flows.put(trace, flow);
        }
        return flow;
    }

    /** Bytes that all traces take together, roughly. */
    public long bytes() {
        long bytes = 0;
        for (OfTrace flow : flows.values()) {
            bytes += flow.bytes();
        }
        return bytes;
    }

    private void shrink(OfTrace current) {
        long bytes = bytes();
        var oldest = flows.values().iterator();
        while ((bytes > MAX_BYTES || flows.size() > MAX_TRACES) && flows.size() > 1) {
            OfTrace flow = oldest.next();
            if (flow != current) {
                bytes -= flow.bytes();
                oldest.remove();
            }
        }
    }
}

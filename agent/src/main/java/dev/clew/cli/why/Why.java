package dev.clew.cli.why;

import dev.clew.cli.screen.Messages;
import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What led to a span, as its trace tells it; nothing here is concluded. */
public final class Why {
    /**
     * One step of the way up.
     *
     * @param relation parent, tool_call or handoff
     * @param of whose: the span itself, or one above it
     * @param by null where it is not in this trace
     * @param reason what it said of it; null where nothing is told
     */
    record Asker(String relation, SpanNode of, SpanNode by, SpanNode.Link link, String reason) {}

    /**
     * One whose output was found again.
     *
     * @param by null where it is not in this trace
     * @param share of that output, 0..1; null where not told
     * @param sample what was found; null where not told
     * @param same whether it was the very same object
     * @param fedBy what it was fed by in turn
     */
    record Feeder(SpanNode by, SpanNode.Link link, Double share, String sample, boolean same, List<Feeder> fedBy) {}

    private static final int HOPS = 2;

    private final Trace trace;
    private final SpanNode span;

    private Why(Trace trace, SpanNode span) {
        this.trace = trace;
        this.span = span;
    }

    public static Why of(Trace trace, SpanNode span) {
        return new Why(trace, span);
    }

    Trace trace() {
        return trace;
    }

    SpanNode span() {
        return span;
    }

    /** From the nearest up to the root; who chose each stands before the one that it is below. */
    List<Asker> askedBy() {
        List<Asker> askers = new ArrayList<>();
        Set<SpanNode> passed = new HashSet<>();
        for (SpanNode at = span; at != null && passed.add(at); at = parent(at)) {
            for (SpanNode.Link link : at.links()) {
                String kind = kind(link);
                if (kind.equals("tool_call") || kind.equals("handoff")) {
                    askers.add(new Asker(kind, at, target(link), link, at.text("clew.tool.reason")));
                }
            }
            if (parent(at) != null) {
                askers.add(new Asker("parent", at, parent(at), null, null));
            }
        }
        return askers;
    }

    /** The largest share first. */
    List<Feeder> fedBy() {
        return feeders(span, HOPS, new HashSet<>(Set.of(span.spanId())));
    }

    private List<Feeder> feeders(SpanNode of, int hops, Set<String> passed) {
        List<Feeder> feeders = new ArrayList<>();
        for (SpanNode.Link link : of.links()) {
            if (!kind(link).equals("data")) {
                continue;
            }
            SpanNode by = target(link);
            if (by != null && passed.contains(by.spanId())) {
                continue; // round in a circle
            }
            boolean further = by != null && hops > 1 && passed.add(by.spanId());
            feeders.add(new Feeder(by, link, number(link.attributes().get("clew.data.share")), text(link.attributes().get("clew.data.sample")),
                    "identity".equals(link.attributes().get("clew.data.by")),
                    further ? feeders(by, hops - 1, passed) : List.of()));
            if (further) {
                passed.remove(by.spanId());
            }
        }
        feeders.sort(Comparator.comparingDouble((Feeder feeder) -> feeder.share == null ? 0 : -feeder.share));
        return feeders;
    }

    SpanNode parent(SpanNode at) {
        return at.parentSpanId() == null || at.isOrphan() ? null : trace.span(at.parentSpanId());
    }

    /** The span's own attribute, else that of the nearest agent around it. */
    String nearest(String key) {
        Set<SpanNode> passed = new HashSet<>();
        for (SpanNode at = span; at != null && passed.add(at); at = parent(at)) {
            if (at.text(key) != null) {
                return at.text(key);
            }
            if (at != span && Operation.of(at) == Operation.AGENT) {
                return null;
            }
        }
        return null;
    }

    /** The model call that asked for this one; null where none did, or it is not in this trace. */
    SpanNode chooser() {
        for (SpanNode.Link link : span.links()) {
            if (kind(link).equals("tool_call") && target(link) != null) {
                return target(link);
            }
        }
        return null;
    }

    SpanNode target(SpanNode.Link link) {
        return link.traceId().equals(trace.traceId()) ? trace.span(link.spanId()) : null;
    }

    static String kind(SpanNode.Link link) {
        return link.attributes().get("clew.link") instanceof String kind ? kind : "";
    }

    static Double number(Object value) {
        return value instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    static String text(Object value) {
        return Messages.text(value);
    }

    static List<?> list(Map<String, Object> attributes, String key) {
        Object value = attributes.get(key);
        return value instanceof List<?> list ? list : value instanceof String one ? List.of(one) : List.of();
    }
}

package dev.clew.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The spans of one trace as a tree; more than one root where parents are missing. */
public final class Trace {
    static final Comparator<SpanNode> BY_START =
            Comparator.comparingLong(SpanNode::startEpochNanos).thenComparing(SpanNode::spanId);

    private final String traceId;
    private final Map<String, SpanNode> byId;
    private final List<SpanNode> roots;
    private final List<SpanNode> spans;

    private Trace(String traceId, Map<String, SpanNode> byId, List<SpanNode> roots) {
        this.traceId = traceId;
        this.byId = byId;
        this.roots = Collections.unmodifiableList(roots);
        this.spans = Collections.unmodifiableList(inTreeOrder(roots));
    }

    static Trace of(String traceId, Collection<SpanRecord> records) {
        Map<String, SpanNode> byId = new LinkedHashMap<>();
        for (SpanRecord record : records) {
            byId.put(record.spanId, new SpanNode(record));
        }
        List<SpanNode> roots = new ArrayList<>();
        for (SpanNode node : byId.values()) {
            SpanNode parent = node.parentSpanId() == null ? null : byId.get(node.parentSpanId());
            if (parent != null) {
                parent.add(node);
                continue;
            }
            roots.add(node);
            if (node.parentSpanId() != null) {
                node.markOrphan();
            }
        }
        cutCircles(byId, roots);
        roots.sort(BY_START);
        byId.values().forEach(SpanNode::sortChildren);
        return new Trace(traceId, byId, roots);
    }

    /** What no root reaches hangs in a circle; its earliest span becomes a root, so that nothing is lost and nothing loops. */
    private static void cutCircles(Map<String, SpanNode> byId, List<SpanNode> roots) {
        Set<SpanNode> reached = new HashSet<>(inTreeOrder(roots));
        if (reached.size() == byId.size()) {
            return;
        }
        List<SpanNode> lost = new ArrayList<>(byId.values());
        lost.removeAll(reached);
        lost.sort(BY_START);
        for (SpanNode node : lost) {
            if (!reached.contains(node) && isInCircle(node, byId)) {
                byId.get(node.parentSpanId()).remove(node);
                node.markOrphan();
                roots.add(node);
                reached.addAll(inTreeOrder(List.of(node)));
            }
        }
    }

    private static boolean isInCircle(SpanNode node, Map<String, SpanNode> byId) {
        SpanNode above = byId.get(node.parentSpanId());
        for (int steps = 0; above != null && above != node && steps < byId.size(); steps++) {
            above = above.parentSpanId() == null ? null : byId.get(above.parentSpanId());
        }
        return above == node;
    }

    /** Parents before children, without recursion: a chain may be as long as the trace. */
    private static List<SpanNode> inTreeOrder(List<SpanNode> roots) {
        List<SpanNode> order = new ArrayList<>();
        Deque<SpanNode> stack = new ArrayDeque<>();
        push(roots, stack);
        while (!stack.isEmpty()) {
            SpanNode node = stack.pop();
            order.add(node);
            push(node.children(), stack);
        }
        return order;
    }

    private static void push(List<SpanNode> nodes, Deque<SpanNode> stack) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            stack.push(nodes.get(i));
        }
    }

    /** Lower-case hex. */
    public String traceId() {
        return traceId;
    }

    /** By start; never empty. */
    public List<SpanNode> roots() {
        return roots;
    }

    /** All of them, parents before children, siblings by start. */
    public List<SpanNode> spans() {
        return spans;
    }

    /** Null where the trace has no such span. */
    public SpanNode span(String spanId) {
        return byId.get(spanId);
    }

    /** The first root that names no parent, else the first root. */
    public SpanNode root() {
        for (SpanNode root : roots) {
            if (!root.isOrphan()) {
                return root;
            }
        }
        return roots.get(0);
    }

    /** The earliest start stated; 0 where none is. */
    public long startEpochNanos() {
        long earliest = 0;
        for (SpanNode span : spans) {
            long start = span.startEpochNanos();
            if (start != 0 && (earliest == 0 || Long.compareUnsigned(start, earliest) < 0)) {
                earliest = start;
            }
        }
        return earliest;
    }

    /** The latest end; 0 while any span is open. */
    public long endEpochNanos() {
        long latest = 0;
        for (SpanNode span : spans) {
            if (span.isOpen()) {
                return 0;
            }
            latest = Math.max(latest, span.endEpochNanos());
        }
        return latest;
    }
}

package dev.clew.read.stamps;

import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who ran with a stamp.
 *
 * @param of agent, tool or chat; chats count with the agent they are in
 * @param name the agent's or tool's, a model's for chats of no agent
 * @param spans how many
 * @param traces in how many
 * @param firstEpochNanos start of the earliest
 * @param lastEpochNanos start of the latest
 */
public record StampUse(String of, String name, int spans, int traces, long firstEpochNanos, long lastEpochNanos) {
    /** Of spans: what has to be read for this, and for {@link History}. */
    public static final Set<String> KEYS = keys();

    private static Set<String> keys() {
        Set<String> keys = new HashSet<>(History.KEYS);
        keys.add("clew.stamp.tool");
        keys.add("gen_ai.tool.name");
        return keys;
    }

    private static final String[] STAMPS = {"clew.stamp.agent", "clew.stamp.prompt", "clew.stamp.tools", "clew.stamp.tool"};

    /** Spans and traces of one name, while they are counted. */
    private static final class Count {
        private final Set<SpanNode> spans = new HashSet<>();
        private final Set<String> traces = new HashSet<>();
        private long first;
        private long last;

        void add(SpanNode span) {
            spans.add(span);
            traces.add(span.traceId());
            long start = span.startEpochNanos();
            first = first == 0 || start != 0 && start < first ? start : first;
            last = Math.max(last, start);
        }
    }

    private record Who(String of, String name) {}

    /** By first use. */
    public static List<StampUse> of(String stamp, Collection<Trace> traces, StampBook book) {
        Map<Who, Count> counts = new LinkedHashMap<>();
        for (Trace trace : traces) {
            Map<SpanNode, SpanNode> agents = new HashMap<>();
            for (SpanNode span : trace.spans()) { // parents before children
                SpanNode agent = Operation.of(span) == Operation.AGENT ? span : agents.get(span);
                for (SpanNode child : span.children()) {
                    agents.put(child, agent);
                }
                if (carries(span, stamp, book)) {
                    boolean tool = Operation.of(span) == Operation.TOOL;
                    SpanNode run = tool || agent == null ? span : agent; // a run and the calls in it carry the same: the run counts
                    counts.computeIfAbsent(who(run), missing -> new Count()).add(run);
                }
            }
        }
        List<StampUse> uses = new ArrayList<>();
        counts.forEach((who, count) ->
                uses.add(new StampUse(who.of, who.name, count.spans.size(), count.traces.size(), count.first, count.last)));
        uses.sort(Comparator.comparingLong(StampUse::firstEpochNanos));
        return uses;
    }

    private static Who who(SpanNode span) {
        if (Operation.of(span) == Operation.AGENT) {
            return new Who("agent", History.agentName(span));
        }
        boolean tool = Operation.of(span) == Operation.TOOL;
        String name = span.text(tool ? "gen_ai.tool.name" : "gen_ai.request.model");
        return new Who(tool ? "tool" : "chat", name == null ? span.name() : name);
    }

    private static boolean carries(SpanNode span, String stamp, StampBook book) {
        for (String key : STAMPS) {
            if (stamp.equals(book.of(span.text(key)))) {
                return true;
            }
        }
        return false;
    }
}

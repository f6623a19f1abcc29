package dev.clew.read.stamps;

import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import dev.clew.read.TokenCount;
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

/** The revisions of one agent, or of one prompt that is used outside of all agents, by the time of their first run. */
public final class History {
    /** Of spans: what has to be read for this. */
    public static final Set<String> KEYS = Set.of("gen_ai.agent.name", "gen_ai.request.model", "clew.stamp.agent",
            "clew.stamp.prompt", "clew.stamp.prompt.name", "clew.stamp.tools");
    /** Of processes. */
    public static final Set<String> RESOURCE = Set.of(Revision.APPLICATION);

    private final String agent;
    private final String prompt;
    private final Map<String, Revision> revisions = new LinkedHashMap<>();

    private History(String agent, String prompt) {
        this.agent = agent;
        this.prompt = prompt;
    }

    /** One an agent, by name; those of no agent come last. */
    public static List<History> of(Collection<Trace> traces, StampBook book) {
        Map<String, History> agents = new HashMap<>();
        Map<String, History> prompts = new HashMap<>();
        for (Trace trace : traces) {
            Map<SpanNode, TokenCount> tokens = TokenCount.sums(trace);
            Set<SpanNode> failing = failing(trace);
            Set<SpanNode> inAgents = new HashSet<>();
            for (SpanNode span : trace.spans()) { // parents before children
                Operation operation = Operation.of(span);
                boolean run = operation == Operation.AGENT && !"create_agent".equals(span.text("gen_ai.operation.name"));
                if (run) {
                    String name = agentName(span);
                    agents.computeIfAbsent(name, key -> new History(name, null))
                            .add(span, book.of(span.text("clew.stamp.agent")), failing.contains(span), !failing.isEmpty(), tokens.get(span), book);
                } else if (operation == Operation.CHAT && !inAgents.contains(span)) {
                    chat(span, prompts, failing, tokens.get(span), book);
                }
                if (run || inAgents.contains(span)) {
                    inAgents.addAll(span.children());
                }
            }
        }
        return sorted(agents, prompts);
    }

    private static void chat(SpanNode span, Map<String, History> prompts, Set<SpanNode> failing, TokenCount cost, StampBook book) {
        String stamp = book.of(span.text("clew.stamp.prompt"));
        String name = span.text("clew.stamp.prompt.name");
        // prompts without a name are no versions of each other
        String key = name != null ? "name " + name : "stamp " + stamp;
        prompts.computeIfAbsent(key, missing -> new History(null, name))
                .add(span, stamp, failing.contains(span), !failing.isEmpty(), cost, book);
    }

    private static List<History> sorted(Map<String, History> agents, Map<String, History> prompts) {
        List<History> all = new ArrayList<>(agents.values());
        all.sort(Comparator.comparing(History::agent));
        List<History> rest = new ArrayList<>(prompts.values());
        rest.sort(Comparator.comparing((History history) -> history.prompt == null ? "\uffff" : history.prompt)
                .thenComparingLong(history -> history.revisions().get(0).firstEpochNanos()));
        all.addAll(rest);
        return all;
    }

    /** Spans that failed, and all that they are below. */
    private static Set<SpanNode> failing(Trace trace) {
        Set<SpanNode> failing = new HashSet<>();
        List<SpanNode> spans = trace.spans();
        for (int i = spans.size() - 1; i >= 0; i--) { // children before parents
            SpanNode span = spans.get(i);
            boolean fails = span.isError();
            for (SpanNode child : span.children()) {
                fails |= failing.contains(child);
            }
            if (fails) {
                failing.add(span);
            }
        }
        return failing;
    }

    /** What the agent is called: its name, else what stands in the span's. */
    public static String agentName(SpanNode span) {
        String name = span.text("gen_ai.agent.name");
        if (name != null && !name.isBlank()) {
            return name;
        }
        return span.name().startsWith("invoke_agent ") ? span.name().substring("invoke_agent ".length()) : span.name();
    }

    private void add(SpanNode span, String stamp, boolean fails, boolean traceFails, TokenCount cost, StampBook book) {
        Revision revision = revisions.computeIfAbsent(stamp == null ? "" : stamp, key -> new Revision(stamp));
        revision.add(span, fails, traceFails, cost);
        revision.see("prompt", book.of(span.text("clew.stamp.prompt")));
        revision.see("tools", book.of(span.text("clew.stamp.tools")));
        revision.see("model", span.text("gen_ai.request.model"));
    }

    /** Null for what runs outside of all agents. */
    public String agent() {
        return agent;
    }

    /** The prompt's name, of what runs outside of all agents; null where it has none. */
    public String prompt() {
        return prompt;
    }

    /** By the time of their first run; never empty. */
    public List<Revision> revisions() {
        List<Revision> sorted = new ArrayList<>(revisions.values());
        sorted.sort(Comparator.comparingLong(Revision::firstEpochNanos));
        return sorted;
    }

    /** What is different in the later one; empty where that is not known. */
    public List<Change> changes(Revision earlier, Revision later, StampBook book) {
        String before = text(earlier, book);
        String after = text(later, book);
        if (before != null && after != null) {
            return Change.ofAgents(before, after, book);
        }
        return Change.between(earlier.seen(), later.seen(), book);
    }

    private String text(Revision revision, StampBook book) {
        return agent == null ? null : book.text(revision.stamp());
    }
}

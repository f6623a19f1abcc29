package dev.clew.read.stamps;

import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import dev.clew.read.TokenCount;
import dev.clew.read.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The revisions of one agent, or of one of its prompts where they have names, or of one prompt that is used outside of all
 * agents.
 */
public final class History {
    /** Of spans: what has to be read for this. */
    public static final Set<String> KEYS = Set.of("gen_ai.agent.name", "gen_ai.request.model", "clew.stamp.agent",
            "clew.stamp.prompt", "clew.stamp.prompt.name", "clew.stamp.tools");
    /** Of processes. */
    public static final Set<String> RESOURCE = Set.of(Revision.APPLICATION);

    private final String agent;
    private final String prompt;
    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private Succession succession;

    private History(String agent, String prompt) {
        this.agent = agent;
        this.prompt = prompt;
    }

    /** One an agent and named prompt, by names; those of no agent come last. */
    public static List<History> of(Collection<Trace> traces, StampBook book) {
        Map<String, Set<String>> names = names(traces);
        Map<Key, History> agents = new HashMap<>();
        Map<String, History> prompts = new HashMap<>();
        for (Trace trace : traces) {
            Map<SpanNode, TokenCount> tokens = TokenCount.sums(trace);
            Set<SpanNode> failing = failing(trace);
            Set<SpanNode> inAgents = new HashSet<>();
            for (SpanNode span : trace.spans()) { // parents before children
                boolean run = isRun(span);
                if (run) {
                    Key key = key(span, names);
                    agents.computeIfAbsent(key, missing -> new History(key.agent, key.prompt))
                            .add(span, book.of(span.text("clew.stamp.agent")), failing.contains(span), !failing.isEmpty(), tokens.get(span), book);
                } else if (Operation.of(span) == Operation.CHAT && !inAgents.contains(span)) {
                    chat(span, prompts, failing, tokens.get(span), book);
                }
                if (run || inAgents.contains(span)) {
                    inAgents.addAll(span.children());
                }
            }
        }
        return sorted(agents.values(), prompts.values(), book);
    }

    private record Key(String agent, String prompt) {}

    private static boolean isRun(SpanNode span) {
        return Operation.of(span) == Operation.AGENT && !"create_agent".equals(span.text("gen_ai.operation.name"));
    }

    private static Map<String, Set<String>> names(Collection<Trace> traces) {
        Map<String, Set<String>> names = new HashMap<>();
        for (Trace trace : traces) {
            for (SpanNode span : trace.spans()) {
                String prompt = isRun(span) ? span.text("clew.stamp.prompt.name") : null;
                if (prompt != null) {
                    names.computeIfAbsent(agentName(span), missing -> new HashSet<>()).add(prompt);
                }
            }
        }
        return names;
    }

    /** A run that does not name its prompt, as one of before the names were told, is of the only one that there is. */
    private static Key key(SpanNode span, Map<String, Set<String>> names) {
        String agent = agentName(span);
        String prompt = span.text("clew.stamp.prompt.name");
        Set<String> known = names.getOrDefault(agent, Set.of());
        return new Key(agent, prompt != null || known.size() != 1 ? prompt : known.iterator().next());
    }

    private static void chat(SpanNode span, Map<String, History> prompts, Set<SpanNode> failing, TokenCount cost, StampBook book) {
        String stamp = book.of(span.text("clew.stamp.prompt"));
        String name = span.text("clew.stamp.prompt.name");
        // prompts without a name are no versions of each other
        String key = name != null ? "name " + name : "stamp " + stamp;
        prompts.computeIfAbsent(key, missing -> new History(null, name))
                .add(span, stamp, failing.contains(span), !failing.isEmpty(), cost, book);
    }

    private static List<History> sorted(Collection<History> agents, Collection<History> prompts, StampBook book) {
        agents.forEach(history -> history.settle(book));
        prompts.forEach(history -> history.settle(book));
        Comparator<History> byPrompt = Comparator.comparing(history -> history.prompt == null ? "\uffff" : history.prompt);
        List<History> all = new ArrayList<>(agents);
        all.sort(Comparator.comparing(History::agent).thenComparing(byPrompt));
        List<History> rest = new ArrayList<>(prompts);
        rest.sort(byPrompt.thenComparingLong(history -> history.revisions().get(0).firstEpochNanos()));
        all.addAll(rest);
        return all;
    }

    private void settle(StampBook book) {
        List<Revision> byFirst = new ArrayList<>(revisions.values());
        byFirst.sort(Comparator.comparingLong(Revision::firstEpochNanos));
        Map<Revision, Set<String>> words = new HashMap<>();
        succession = new Succession(byFirst, (a, b) -> {
            Set<String> one = words.computeIfAbsent(a, missing -> words(a, book));
            Set<String> other = words.computeIfAbsent(b, missing -> words(b, book));
            int common = 0;
            for (String word : one) {
                common += other.contains(word) ? 1 : 0;
            }
            return common / (double) Math.max(1, one.size() + other.size() - common);
        });
    }

    /** Of all that is known of it. */
    private Set<String> words(Revision revision, StampBook book) {
        Set<String> words = new HashSet<>();
        String text = text(revision, book);
        for (Map.Entry<String, String> line : (text == null ? revision.seen() : AgentText.of(text, book)).entrySet()) {
            words.add(line.getKey() + ' ' + line.getValue());
            String behind = Change.isStamp(line.getKey()) ? book.text(line.getValue()) : null;
            if (behind != null) {
                words.addAll(Arrays.asList(behind.split("\\W+")));
            }
        }
        return words;
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

    /** The prompt's name; null where it has none, or where that is not known. */
    public String prompt() {
        return prompt;
    }

    /** Versions of one thing one after the other, and the things by the time of their first run; never empty. */
    public List<Revision> revisions() {
        return succession.ordered();
    }

    /** The one that it took the place of; null for the first, and for what came into use beside others. */
    public Revision before(Revision revision) {
        return succession.before(revision);
    }

    /** Those that ran in turn with it, so that neither is a change of the other; by the time of their first run. */
    public List<Revision> beside(Revision revision) {
        return succession.beside(revision);
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

package dev.clew.plugins.springaialibabagraph;

import dev.clew.trace.LlmCall;
import dev.clew.trace.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What is noted on the operation of a run. */
final class Level {
    private static final String END = "__END__";

    private record Decision(String by, String after, List<String> next) implements Supplier<Map<String, String>> {
        @Override
        public Map<String, String> get() {
            boolean done = next.size() == 1 && next.get(0).equals(END);
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("planner", by);
            facts.put("after", after);
            facts.put("decision", done ? "done" : "call");
            facts.put("agents", done ? null : String.join(", ", next));
            return facts;
        }
    }

    final Graph graph;
    /** What the ids of its nodes begin with, where they lie in the graph of another agent. */
    final String prefix;
    private final Map<String, Operation> deciders = new HashMap<>();
    private String node;
    private LlmCall before;
    private Operation lastRun;

    Level(Graph graph, String prefix) {
        this.graph = graph;
        this.prefix = prefix;
    }

    /** What stands behind a node: an agent of this run, or the node itself. */
    private String named(String id) {
        String node = Graph.plain(id);
        node = node.startsWith(prefix) ? node.substring(prefix.length()) : node;
        List<Member> owners = graph.owners(node);
        return owners.isEmpty() ? node : owners.get(0).name();
    }

    /** Null where this thread works for no run, or for a piece of one. */
    static Level current() {
        Operation current = Operation.current();
        return current != null && current.isOpen() && current.attached() instanceof Level level ? level : null;
    }

    /** A node begins. */
    synchronized void entered(String id, LlmCall lastCall) {
        node = id;
        before = lastCall;
    }

    /** The node that began last has decided; where a model was asked in between, by that model's word. */
    synchronized void decided(Operation run, List<String> next) {
        decided(run, node, next, run.lastCall() == before ? null : run.lastCall());
    }

    synchronized void decided(Operation run, String after, List<String> next, LlmCall model) {
        if (graph.isAgent()) {
            return;
        }
        List<String> named = new ArrayList<>(next.size());
        Operation decider = model == null && graph.agent != null ? lastRun : model;
        for (String each : next) {
            named.add(named(each));
            if (decider != null) {
                deciders.put(named(each), decider);
            }
        }
        run.event("clew.decision", new Decision(graph.name, named(after), named));
    }

    /** An agent of this run is done; in a flow of agents, it may be the one whose word the next edge takes. */
    synchronized void ended(Operation agent) {
        lastRun = agent;
    }

    /** Who had that node, or that agent, run next; null for nobody that is known. */
    synchronized Operation decider(String name) {
        return deciders.remove(name);
    }
}

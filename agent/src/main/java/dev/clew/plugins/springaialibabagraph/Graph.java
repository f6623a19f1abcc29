package dev.clew.plugins.springaialibabagraph;

import com.alibaba.cloud.ai.graph.CompiledGraph;
import com.alibaba.cloud.ai.graph.StateGraph;
import com.alibaba.cloud.ai.graph.SubGraphNode;
import com.alibaba.cloud.ai.graph.internal.node.Node;
import com.alibaba.cloud.ai.graph.internal.node.SubStateGraphNode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/** What is known of a compiled graph, without the graph. */
final class Graph {
    private static final String PARALLEL = "__PARALLEL__(";
    private static final Map<CompiledGraph, Graph> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());
    private static final MethodHandle NODES = nodes();

    /** Null where it has none. */
    final String name;
    /** Whose graph it is; null where it is the application's own. */
    final Member agent;
    /** Nodes that are runs themselves. */
    private final Set<String> runs;

    private Graph(String name, Member agent, Set<String> runs) {
        this.name = name;
        this.agent = agent;
        this.runs = runs;
    }

    /** Of an agent whose nodes lie in the graph of another one. */
    Graph(Member agent) {
        this(agent.name(), agent, Set.of());
    }

    private static MethodHandle nodes() {
        try {
            return MethodHandles.privateLookupIn(StateGraph.class, MethodHandles.lookup())
                    .findGetter(StateGraph.class, "nodes", StateGraph.Nodes.class);
        } catch (ReflectiveOperationException otherVersion) {
            return null;
        }
    }

    static Graph of(CompiledGraph compiled) {
        Graph graph = KNOWN.get(compiled);
        if (graph == null) {
            Set<String> runs = new HashSet<>();
            runs(compiled.stateGraph, "", runs);
            graph = new Graph(compiled.stateGraph.getName(), null, runs);
            KNOWN.put(compiled, graph);
        }
        return graph;
    }

    static boolean isKnownAsAgent(CompiledGraph compiled) {
        Graph graph = KNOWN.get(compiled);
        return graph != null && graph.agent != null;
    }

    static void isOf(CompiledGraph compiled, Member agent) {
        KNOWN.put(compiled, new Graph(agent));
    }

    private static void runs(StateGraph graph, String prefix, Set<String> runs) {
        try {
            StateGraph.Nodes nodes = NODES == null ? new StateGraph.Nodes() : (StateGraph.Nodes) NODES.invoke(graph);
            for (Node node : nodes.elements) {
                if (node instanceof SubStateGraphNode inlined) {
                    runs(inlined.subGraph(), prefix + node.id() + '-', runs);
                } else if (node instanceof SubGraphNode) {
                    runs.add(prefix + node.id());
                }
            }
        } catch (Throwable otherVersion) {
            // its steps are spans then
        }
    }

    /** Whether it is an agent, whose nodes and edges are how it works and nobody's workflow. */
    boolean isAgent() {
        return agent != null && !agent.isFlow();
    }

    /** Whether a node is a span of its own. */
    boolean isStep(String node) {
        return agent == null && !isParallel(node) && !runs.contains(node);
    }

    /** A node that only runs others at once. */
    static boolean isParallel(String node) {
        return node != null && node.startsWith(PARALLEL);
    }

    /** The node that this one goes on from, where it only runs others at once. */
    static String plain(String node) {
        return isParallel(node) ? node.substring(PARALLEL.length(), node.length() - 1) : node;
    }

    /** The agents that a node belongs to, outermost first: graphs of agents may be copied into those of other agents. */
    List<Member> owners(String node) {
        List<Member> owners = new ArrayList<>(1);
        String rest = node == null ? "" : plain(node);
        for (Member at = agent; at != null; ) {
            at = owner(rest, at.members());
            if (at != null) {
                owners.add(at);
                rest = rest.substring(at.name().length() + 1);
            }
        }
        return owners;
    }

    private static Member owner(String node, List<Member> members) {
        Member found = null;
        for (Member member : members) {
            if (node.equals(member.name())) {
                return null; // a run of its own
            }
            if (node.startsWith(member.name() + '-') && (found == null || member.name().length() > found.name().length())) {
                found = member;
            }
        }
        return found;
    }
}

package dev.clew.cli.diff;

import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import dev.clew.read.stamps.History;
import dev.clew.read.stamps.StampBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which version of what ran in the one trace and which in the other, wherever in the tree. */
public final class StampChanges {
    /**
     * One that differs.
     *
     * @param owner an agent's name; null outside of all agents, and for the application
     * @param kind agent, prompt, tools, tool or application
     * @param name the tool's
     * @param from null where the one trace has none
     * @param to null where the other has none
     */
    public record StampChange(String owner, String kind, String name, String from, String to) {}

    private record Key(String owner, String kind, String name) {}

    private static final String[] KINDS = {"agent", "prompt", "tools", "tool"};

    private StampChanges() {}

    public static List<StampChange> of(Trace a, Trace b, StampBook book) {
        Map<Key, Set<String>> before = stamps(a, book);
        Map<Key, Set<String>> after = stamps(b, book);
        List<StampChange> changes = new ArrayList<>();
        for (Map.Entry<Key, Set<String>> entry : before.entrySet()) {
            if (after.containsKey(entry.getKey())) { // who is in one of them alone is told by the tree
                Key key = entry.getKey();
                List<String> gone = without(entry.getValue(), after.get(key));
                List<String> come = without(after.get(key), entry.getValue());
                for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
                    changes.add(new StampChange(key.owner, key.kind, key.name,
                            i < gone.size() ? gone.get(i) : null, i < come.size() ? come.get(i) : null));
                }
            }
        }
        return changes;
    }

    private static List<String> without(Set<String> all, Set<String> those) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(those);
        return rest;
    }

    private static Map<Key, Set<String>> stamps(Trace trace, StampBook book) {
        Map<Key, Set<String>> stamps = new LinkedHashMap<>();
        Map<SpanNode, String> owners = new HashMap<>();
        for (SpanNode span : trace.spans()) { // parents before children
            String owner = Operation.of(span) == Operation.AGENT ? History.agentName(span) : owners.get(span);
            for (SpanNode child : span.children()) {
                owners.put(child, owner);
            }
            for (String kind : KINDS) {
                String stamp = book.of(span.text("clew.stamp." + kind));
                if (stamp != null) {
                    put(stamps, new Key(owner, kind, kind.equals("tool") ? span.text("gen_ai.tool.name") : null), stamp);
                }
            }
            String application = application(span.resource());
            if (application != null) {
                put(stamps, new Key(null, "application", null), application);
            }
        }
        return stamps;
    }

    private static void put(Map<Key, Set<String>> stamps, Key key, String stamp) {
        stamps.computeIfAbsent(key, missing -> new LinkedHashSet<>()).add(stamp);
    }

    /** Its version and commit; null where it says neither. */
    public static String application(Map<String, Object> resource) {
        Object version = resource.get("service.version");
        Object commit = resource.get("vcs.ref.head.revision");
        if (version == null && commit == null) {
            return null;
        }
        String short7 = commit == null ? "" : commit.toString().substring(0, Math.min(7, commit.toString().length()));
        return version == null ? short7 : version + (commit == null ? "" : " (" + short7 + ")");
    }
}

package dev.clew.smoke;

import com.example.dataflow.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many of the links that must be there are, and how many are there that must not. */
final class DataflowScore {
    private final Map<Scenario.Kind, int[]> kinds = new EnumMap<>(Scenario.Kind.class);
    private int expected;
    private int found;
    private int invented;
    final List<String> wrong = new ArrayList<>();

    void add(Scenario scenario, Tree tree) {
        Map<DataflowTruth.Link, Scenario.Kind> truth = DataflowTruth.of(tree, scenario);
        Map<DataflowTruth.Link, String> seen = seen(tree);
        truth.forEach((link, kind) -> {
            int[] counts = kinds.computeIfAbsent(kind, k -> new int[2]);
            counts[0]++;
            expected++;
            if (seen.containsKey(link)) {
                counts[1]++;
                found++;
            } else {
                wrong.add("missed " + kind + "  " + scenario.name() + ": " + name(tree, link));
            }
        });
        seen.forEach((link, sample) -> {
            if (!truth.containsKey(link)) {
                invented++;
                wrong.add("false  " + scenario.name() + ": " + name(tree, link) + "  \"" + sample + '"');
            }
        });
    }

    /** The evidence of each. */
    private static Map<DataflowTruth.Link, String> seen(Tree tree) {
        Map<DataflowTruth.Link, String> seen = new HashMap<>();
        for (Span span : tree.spans()) {
            span.json().path("links").forEach(link -> {
                if (link.path("attributes").path("clew.link").asText().equals("data")) {
                    seen.put(new DataflowTruth.Link(link.path("spanId").asText(), span.id()),
                            link.path("attributes").path("clew.data.sample").asText());
                }
            });
        }
        return seen;
    }

    private static String name(Tree tree, DataflowTruth.Link link) {
        return name(tree, link.from()) + " -> " + name(tree, link.to());
    }

    private static String name(Tree tree, String id) {
        if (tree.byId(id) == null) {
            return "a span of another run";
        }
        return '#' + Integer.toString(tree.spans().indexOf(tree.byId(id))) + ' ' + tree.byId(id).name();
    }

    double precision() {
        return found + invented == 0 ? 1 : found / (double) (found + invented);
    }

    double recall() {
        return expected == 0 ? 1 : found / (double) expected;
    }

    /** A table of 80 columns. */
    String report(String title) {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "%-30s %8s %8s %8s %8s%n", title, "expected", "found", "missed", "false"));
        kinds.forEach((kind, counts) -> out.append(String.format(Locale.ROOT, "  %-28s %8d %8d %8d%n",
                kind.name().toLowerCase(Locale.ROOT), counts[0], counts[1], counts[0] - counts[1])));
        return out.append(String.format(Locale.ROOT, "  %-28s %8d %8d %8d %8d   precision %.3f  recall %.3f%n",
                "all", expected, found, expected - found, invented, precision(), recall())).toString();
    }
}

package dev.clew.cli.diff;

import dev.clew.cli.diff.StampChanges.StampChange;
import dev.clew.read.SpanNode;
import dev.clew.read.stamps.StampBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same for programs; the shape is promised. */
public final class DiffJson {
    private DiffJson() {}

    public static Map<String, Object> of(TraceDiff diff, StampBook book) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", diff.a().traceId());
        json.put("b", diff.b().traceId());
        json.put("same", diff.isSame());
        Pair first = diff.firstDivergence();
        json.put("firstDivergence", first == null ? null : pair(first));
        List<Map<String, Object>> stamps = new ArrayList<>();
        for (StampChange change : StampChanges.of(diff.a(), diff.b(), book)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("agent", change.owner());
            one.put("kind", change.kind());
            one.put("name", change.name());
            one.put("a", change.from());
            one.put("b", change.to());
            stamps.add(one);
        }
        json.put("stamps", stamps);
        List<Map<String, Object>> spans = new ArrayList<>();
        for (Pair pair : diff.inTreeOrder()) {
            spans.add(pair(pair));
        }
        json.put("spans", spans);
        return json;
    }

    private static Map<String, Object> pair(Pair pair) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mark", String.valueOf(pair.mark()));
        json.put("name", pair.either().name());
        json.put("a", id(pair.a()));
        json.put("b", id(pair.b()));
        List<Map<String, Object>> differences = new ArrayList<>();
        for (Fact fact : pair.differences()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("what", fact.what());
            one.put("a", fact.before());
            one.put("b", fact.after());
            differences.add(one);
        }
        json.put("differences", differences);
        return json;
    }

    private static String id(SpanNode span) {
        return span == null ? null : span.spanId();
    }
}

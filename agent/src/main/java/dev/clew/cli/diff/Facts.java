package dev.clew.cli.diff;

import dev.clew.cli.screen.Messages;
import dev.clew.read.SpanNode;
import dev.clew.read.stamps.StampBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What counts when two spans are compared. Times, ids, ports, counts of tokens and confidence are no difference: two runs of one
 * thing differ in them, and where they mean something, a text differs too.
 */
final class Facts {
    private static final List<String> INPUTS = List.of("gen_ai.input.messages", "gen_ai.tool.call.arguments",
            "gen_ai.retrieval.query.text", "gen_ai.memory.query.text");
    private static final List<String> OUTPUTS = List.of("gen_ai.output.messages", "gen_ai.tool.call.result",
            "clew.retrieval.documents", "gen_ai.retrieval.documents");
    private static final String RECORDS = "gen_ai.memory.records";
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("gen_ai.request.model", "model"),
            Map.entry("gen_ai.tool.definitions", "tools"),
            Map.entry("clew.tool.reason", "reason"),
            Map.entry("clew.retrieval.filter", "filter"),
            Map.entry("clew.stamp.prompt", "prompt stamp"),
            Map.entry("clew.stamp.tools", "tools stamp"),
            Map.entry("clew.stamp.tool", "tool stamp"),
            Map.entry("clew.stamp.agent", "agent stamp"),
            Map.entry("clew.stamp.prompt.name", "prompt name"));
    private static final Map<String, String> LATE = Map.of(
            "gen_ai.response.model", "model that answered",
            "gen_ai.response.finish_reasons", "finish reason",
            "http.response.status_code", "status");
    private static final Set<String> ERROR = Set.of("error.type", "exception.message");

    private final Map<String, String> early = new LinkedHashMap<>();
    private final Map<String, String> late = new LinkedHashMap<>();
    private final String input;

    private Facts(SpanNode span, StampBook book) {
        Map<String, Object> attributes = span.attributes();
        boolean reads = attributes.containsKey("clew.memory.read");
        input = text(attributes, INPUTS);
        put(early, "input", input != null || reads ? input : Messages.whole(attributes.get(RECORDS)));
        put(early, "system", Messages.parts(attributes.get("gen_ai.system_instructions")));
        String output = text(attributes, OUTPUTS);
        put(late, "output", output != null || !reads ? output : Messages.whole(attributes.get(RECORDS)));
        for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
            String key = attribute.getKey();
            String value = Messages.text(attribute.getValue());
            if (NAMED.containsKey(key)) {
                put(early, NAMED.get(key), key.startsWith("clew.stamp.") ? book.of(value) : value);
            } else if (LATE.containsKey(key)) {
                put(late, LATE.get(key), value);
            } else if (!isKnown(key) && !Noise.isVolatile(key)) {
                put(key.startsWith("gen_ai.response.") ? late : early, key.startsWith("gen_ai.request.") ? key.substring(15) : key,
                        key.startsWith("url.") || key.startsWith("server.") ? Noise.withoutPort(value) : value);
            }
        }
        put(late, "error", error(span));
        put(late, "end", span.isOpen() ? "not ended" : null);
        put(late, "events", events(span));
    }

    static Facts of(SpanNode span, StampBook book) {
        return new Facts(span, book);
    }

    /** In the order in which people want to hear of them. */
    static List<Fact> differences(Facts a, Facts b) {
        List<Fact> differences = new ArrayList<>();
        compare(differences, false, a.early, b.early);
        compare(differences, true, a.late, b.late);
        return differences;
    }

    private static void compare(List<Fact> differences, boolean late, Map<String, String> a, Map<String, String> b) {
        Set<String> all = new LinkedHashSet<>(a.keySet());
        all.addAll(b.keySet());
        for (String what : all) {
            if (!Objects.equals(a.get(what), b.get(what))) {
                differences.add(new Fact(what, late, a.get(what), b.get(what)));
            }
        }
    }

    /** What the span was asked; null where it does not say. */
    String input() {
        return input;
    }

    static String error(SpanNode span) {
        if (!span.isError()) {
            return null;
        }
        String type = span.text("error.type");
        String message = span.statusMessage();
        return message.isBlank() ? type == null ? "no reason given" : type
                : type == null || message.contains(type) ? message : type + ": " + message;
    }

    private static String text(Map<String, Object> attributes, List<String> keys) {
        for (String key : keys) {
            if (attributes.get(key) != null) {
                return Messages.whole(attributes.get(key));
            }
        }
        return null;
    }

    private static void put(Map<String, String> facts, String what, String value) {
        if (value != null && !value.isEmpty()) {
            facts.put(what, value);
        }
    }

    private static String events(SpanNode span) {
        StringBuilder all = new StringBuilder();
        for (SpanNode.Event event : span.events()) {
            all.append(all.length() == 0 ? "" : "\n").append(event.name());
            event.attributes().forEach((key, value) -> {
                if (!Noise.isVolatile(key) && !key.equals("exception.stacktrace")) {
                    all.append(' ').append(key).append('=').append(Messages.text(value));
                }
            });
        }
        return all.toString();
    }

    private static boolean isKnown(String key) {
        return INPUTS.contains(key) || OUTPUTS.contains(key) || key.equals(RECORDS) || key.equals("gen_ai.system_instructions")
                || ERROR.contains(key);
    }
}

package dev.clew.cli;

import dev.clew.cli.screen.Messages;
import dev.clew.cli.screen.Units;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines below a span: what went in, what came out, why, and what else it is tied to. */
final class Content {
    /** @param label a short word */
    record Line(String label, String text) {}

    private static final String[] IN = {"gen_ai.tool.call.arguments", "gen_ai.retrieval.query.text", "gen_ai.memory.query.text"};
    private static final String[] OUT = {"gen_ai.tool.call.result", "clew.retrieval.documents", "gen_ai.retrieval.documents"};
    private static final String RECORDS = "gen_ai.memory.records";

    private static final int FEW = 3;

    private Content() {}

    /** In the order in which they are shown; those without a value are left out. */
    static List<Line> of(SpanNode span, Trace trace, boolean full) {
        List<Line> lines = new ArrayList<>();
        links(lines, span, trace, full);
        add(lines, "why", span.text("clew.tool.reason"));
        if (full) {
            add(lines, "system", Messages.text(span.attributes().get("gen_ai.system_instructions")));
        }
        Map<String, Object> attributes = span.attributes();
        Object input = attributes.get("gen_ai.input.messages");
        add(lines, "in", input == null ? first(span, IN) : full ? Messages.whole(input) : Messages.asked(input));
        Object output = attributes.get("gen_ai.output.messages");
        add(lines, "out", output == null ? first(span, OUT) : full ? Messages.whole(output) : Messages.answered(output));
        if (attributes.get(RECORDS) != null) {
            add(lines, attributes.containsKey("clew.memory.read") ? "out" : "in",
                    full ? Messages.whole(attributes.get(RECORDS)) : Messages.remembered(attributes.get(RECORDS)));
        }
        boolean reads = attributes.containsKey("clew.memory.read"); // and says once more what the writes before it said
        if (!reads && attributes.get("clew.memory.evicted") instanceof List<?> evicted && !evicted.isEmpty()) {
            add(lines, "lost", evicted.size() + (evicted.size() == 1 ? " entry" : " entries") + " had to go to make room");
        }
        if (full) {
            for (SpanNode.Event event : span.events()) {
                add(lines, "event", event(event));
            }
        }
        add(lines, "http", http(attributes));
        if (span.isError()) {
            add(lines, "error", error(span));
        }
        if (span.isOpen()) {
            add(lines, "waits", waits(span));
        }
        return lines;
    }

    /** The first few of each kind, unless all are wanted: a long history is read from many. */
    private static void links(List<Line> lines, SpanNode span, Trace trace, boolean full) {
        Map<String, Integer> seen = new HashMap<>();
        for (SpanNode.Link link : span.links()) {
            int before = seen.merge(kind(link), 1, Integer::sum) - 1;
            if (full || before < FEW) {
                lines.add(new Line("", link(link, trace)));
            }
        }
        int more = seen.values().stream().mapToInt(count -> Math.max(0, count - FEW)).sum();
        if (!full && more > 0) {
            lines.add(new Line("", "and " + Units.plural(more, "more link") + " (--full)"));
        }
    }

    private static String kind(SpanNode.Link link) {
        return link.attributes().get("clew.link") instanceof String text ? text : "";
    }

    private static void add(List<Line> lines, String label, String text) {
        if (text != null && !text.isBlank()) {
            lines.add(new Line(label, text));
        }
    }

    private static String first(SpanNode span, String[] keys) {
        for (String key : keys) {
            if (span.attributes().get(key) != null) {
                return Messages.text(span.attributes().get(key));
            }
        }
        return null;
    }

    private static String event(SpanNode.Event event) {
        StringBuilder text = new StringBuilder(event.name());
        event.attributes().forEach((key, value) -> text.append("  ").append(key).append('=').append(value));
        return text.toString();
    }

    private static String http(Map<String, Object> attributes) {
        Object address = attributes.get("url.full") != null ? attributes.get("url.full") : attributes.get("url.path");
        if (!attributes.containsKey("http.request.method") || address == null) {
            return null;
        }
        Object status = attributes.get("http.response.status_code");
        return (status == null ? "" : status + " ") + address;
    }

    private static String error(SpanNode span) {
        String type = span.text("error.type");
        if (span.statusMessage().isBlank()) {
            return type != null ? type : "no reason given";
        }
        return type == null || span.statusMessage().contains(type) ? span.statusMessage() : type + ": " + span.statusMessage();
    }

    private static String waits(SpanNode span) {
        String what = Messages.text(span.attributes().get("clew.waits_for"));
        return what == null ? null : "for " + what;
    }

    private static String link(SpanNode.Link link, Trace trace) {
        boolean here = link.traceId().equals(trace.traceId());
        SpanNode target = here ? trace.span(link.spanId()) : null;
        String who = (target == null ? "a span" : target.name()) + " (" + Units.shortId(link.spanId(), 6)
                + (here ? target == null ? ", not in this trace" : "" : ", trace " + Units.shortId(link.traceId(), 8)) + ")";
        return switch (kind(link)) {
            case "tool_call" -> "asked for by " + who;
            case "data" -> "uses the output of " + who;
            case "memory" -> "reads what was written by " + who;
            case "handoff" -> "handed over by " + who;
            case "wait" -> "waits for " + who;
            default -> "linked to " + who;
        };
    }
}

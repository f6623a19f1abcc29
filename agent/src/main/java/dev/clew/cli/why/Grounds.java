package dev.clew.cli.why;

import dev.clew.cli.diff.StampChanges;
import dev.clew.cli.screen.Messages;
import dev.clew.cli.screen.Names;
import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import dev.clew.read.stamps.History;
import dev.clew.read.stamps.Stamp;
import dev.clew.read.stamps.StampBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why it was decided so, and in which versions of everything. */
final class Grounds {
    /** @param label one word */
    record Ground(String label, String text) {}

    private final Why why;
    private final SpanNode span;

    Grounds(Why why) {
        this.why = why;
        this.span = why.span();
    }

    List<Ground> decided() {
        List<Ground> grounds = new ArrayList<>();
        add(grounds, "reason", span.text("clew.tool.reason"));
        for (SpanNode.Event event : decisions()) {
            add(grounds, "decision", event(event));
        }
        confidence(grounds, span, "");
        SpanNode chooser = why.chooser();
        if (chooser != null) {
            confidence(grounds, chooser, ", of " + Names.title(chooser, true) + " (" + Names.shortId(chooser) + ")");
        }
        return grounds;
    }

    /** Its own; of those above it the last one before it that names it. */
    List<SpanNode.Event> decisions() {
        List<SpanNode.Event> decisions = new ArrayList<>();
        for (SpanNode.Event event : span.events()) {
            if (event.name().equals("clew.decision")) {
                decisions.add(event);
            }
        }
        SpanNode at = why.parent(span);
        for (int steps = 0; at != null && steps < 3; at = why.parent(at), steps++) {
            SpanNode.Event last = null;
            for (SpanNode.Event event : at.events()) {
                boolean before = event.epochNanos() <= span.startEpochNanos() || span.startEpochNanos() == 0;
                last = event.name().equals("clew.decision") && before && names(event) ? event : last;
            }
            if (last != null) {
                decisions.add(last);
                break;
            }
        }
        return decisions;
    }

    /** What ran next is named by a list of names. */
    private boolean names(SpanNode.Event event) {
        String name = Operation.of(span) == Operation.AGENT ? History.agentName(span)
                : span.text("clew.step.name") != null ? span.text("clew.step.name") : span.text("gen_ai.tool.name");
        if (name == null) {
            return false;
        }
        for (Map.Entry<String, Object> fact : event.attributes().entrySet()) {
            boolean next = !fact.getKey().equals("after") && !fact.getKey().equals("planner");
            String text = Messages.text(fact.getValue());
            if (next && text != null && List.of(text.replaceAll("[\\[\\]\"]", "").split(",\\s*")).contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static String event(SpanNode.Event event) {
        StringBuilder text = new StringBuilder();
        event.attributes().forEach((key, value) -> {
            if (value != null) {
                text.append(text.length() == 0 ? "" : ", ").append(key).append(": ").append(Messages.text(value));
            }
        });
        return text.toString();
    }

    private static void confidence(List<Ground> grounds, SpanNode of, String whose) {
        Object value = of.attributes().get("clew.confidence");
        String word = of.text("clew.confidence.word");
        String source = of.text("clew.confidence.source");
        if (value instanceof Number || word != null) {
            String stated = value instanceof Number number ? number(number.doubleValue()) : word;
            add(grounds, "confidence", stated + (source == null ? "" : " (" + source + ")") + whose);
        }
        if (of.attributes().get("clew.logprob.mean") instanceof Number mean) {
            String least = of.attributes().get("clew.logprob.min") instanceof Number min ? ", least " + number(min.doubleValue()) : "";
            add(grounds, "logprobs", "mean " + number(mean.doubleValue()) + least + whose);
        }
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    /** Stamps of the span, or of the nearest agent around it; models; the application. */
    List<Ground> versions(StampBook book) {
        List<Ground> versions = new ArrayList<>();
        for (String kind : new String[] {"agent", "prompt", "tools", "tool"}) {
            String stamp = kind.equals("tool") ? span.text("clew.stamp.tool") : why.nearest("clew.stamp." + kind);
            if (stamp != null) {
                Stamp known = book.get(stamp);
                String name = kind.equals("prompt") ? why.nearest("clew.stamp.prompt.name") : null;
                name = name != null || known == null ? name : known.name();
                add(versions, kind, book.of(stamp) + (name == null ? "" : " " + name));
            }
        }
        SpanNode call = Operation.of(span) == Operation.TOOL && why.chooser() != null ? why.chooser() : span;
        String asked = call.text("gen_ai.request.model");
        String answered = call.text("gen_ai.response.model");
        add(versions, "model", asked == null ? answered : answered == null || answered.equals(asked) ? asked : asked + ", answered by " + answered);
        Map<String, Object> resource = span.resource();
        add(versions, "application", StampChanges.application(resource));
        add(versions, "branch", Messages.text(resource.get("vcs.ref.head.name")));
        add(versions, "built", Messages.text(resource.get("clew.build.time")));
        return versions;
    }

    private static void add(List<Ground> grounds, String label, String text) {
        if (text != null && !text.isBlank()) {
            grounds.add(new Ground(label, text));
        }
    }
}

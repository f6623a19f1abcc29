package dev.clew.cli.why;

import dev.clew.cli.screen.Names;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import java.util.List;
import java.util.Locale;

/** Finds the span that somebody means. */
public final class Spans {
    private Spans() {}

    /**
     * Those whose id begins so, or is so; where there is none, those of that name; where there is none, those with that in
     * their name.
     */
    public static List<SpanNode> meant(Trace trace, String wanted) {
        String text = wanted.toLowerCase(Locale.ROOT);
        List<SpanNode> byId = trace.spans().stream().filter(span -> span.spanId().startsWith(text) || span.spanId().equals(wanted)).toList();
        if (!byId.isEmpty()) {
            return byId;
        }
        List<SpanNode> named = trace.spans().stream().filter(span -> span.name().equalsIgnoreCase(wanted)
                || Names.title(span, true).equalsIgnoreCase(wanted) || Names.name(span, true).equalsIgnoreCase(wanted)).toList();
        return !named.isEmpty() ? named : trace.spans().stream().filter(span -> span.name().toLowerCase(Locale.ROOT).contains(text)
                || Names.title(span, true).toLowerCase(Locale.ROOT).contains(text)).toList();
    }
}

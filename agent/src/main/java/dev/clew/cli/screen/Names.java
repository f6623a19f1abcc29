package dev.clew.cli.screen;

import dev.clew.read.Operation;
import dev.clew.read.SpanNode;

/** What a span is called where people read it: one word for the kind of work, and the name without it. */
public final class Names {
    private static final int LONG = 1000;

    private Names() {}

    /** The span's name without the operation, which {@link Operation#word()} says already; may be empty. */
    public static String name(SpanNode span, boolean unicode) {
        String name = span.name();
        String operation = span.text("gen_ai.operation.name");
        if (name.equals(operation) && Operation.of(span) == Operation.MEMORY) {
            return name.startsWith("search_") ? "read" : name.startsWith("create_") ? "write" : name.substring(0, name.indexOf('_'));
        }
        for (String prefix : new String[] {operation, Operation.of(span).word()}) {
            if (prefix != null && name.startsWith(prefix) && (name.length() == prefix.length() || name.charAt(prefix.length()) == ' ')) {
                return Visible.line(name.substring(prefix.length()).trim(), unicode, LONG);
            }
        }
        return Visible.line(name, unicode, LONG);
    }

    /** Both: {@code agent TestRunner}. */
    public static String title(SpanNode span, boolean unicode) {
        String name = name(span, unicode);
        return Operation.of(span).word() + (name.isEmpty() ? "" : " " + name);
    }

    /** Both, and as much of the id as people compare; a name of any length leaves room for it. */
    public static String titleAndId(SpanNode span, int cells, boolean unicode) {
        String id = " (" + shortId(span) + ")";
        return Cells.fit(title(span, unicode), Math.max(8, cells - Cells.width(id)), unicode) + id;
    }

    public static String shortId(SpanNode span) {
        return Units.shortId(span.spanId(), 6);
    }
}

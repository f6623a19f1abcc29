package dev.clew.cli;

import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Names;
import dev.clew.cli.screen.Paint;
import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import dev.clew.read.TokenCount;
import dev.clew.read.Trace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A trace as a tree: a line a span with its time and tokens, below it what went in and what came out. */
final class TreePrinter {
    private static final int TIME = 9;
    private static final int TOKENS = 16;

    private final Screen screen;
    private final Paint paint;
    private final boolean full;
    private final boolean unicode;

    /** A span and the tree lines left of it. */
    private record Place(SpanNode span, String before, String branch, String below, int level) {}

    TreePrinter(Screen screen, boolean colour, boolean full) {
        this.screen = screen;
        this.paint = new Paint(colour);
        this.full = full;
        this.unicode = screen.unicode();
    }

    void print(Trace trace) {
        header(trace);
        // a stack of our own: a chain of spans may be longer than the JVM's
        Deque<Place> stack = new ArrayDeque<>();
        List<SpanNode> roots = trace.roots();
        for (int i = roots.size() - 1; i >= 0; i--) {
            stack.push(new Place(roots.get(i), "", "", "", 1));
        }
        while (!stack.isEmpty()) {
            Place place = stack.pop();
            span(place, trace);
            push(place, stack);
        }
    }

    private void push(Place place, Deque<Place> stack) {
        List<SpanNode> children = place.span.children();
        String before = isDeep(place) ? place.before : place.before + place.below;
        for (int i = children.size() - 1; i >= 0; i--) {
            boolean last = i == children.size() - 1;
            stack.push(new Place(children.get(i), before,
                    unicode ? last ? "\u2514\u2500 " : "\u251c\u2500 " : last ? "`- " : "|- ",
                    last ? "   " : unicode ? "\u2502  " : "|  ", place.level + 1));
        }
    }

    /** From here on the tree grows no wider, and the level is told in words. */
    private boolean isDeep(Place place) {
        return place.before.length() > screen.width() / 3;
    }

    private void header(Trace trace) {
        int errors = 0;
        int open = 0;
        for (SpanNode span : trace.spans()) {
            errors += span.isError() ? 1 : 0;
            open += span.isOpen() ? 1 : 0;
        }
        StringBuilder line = new StringBuilder(paint.strong("trace " + Visible.line(trace.traceId(), unicode)));
        line.append('\n').append(Units.local(trace.startEpochNanos(), screen.zone()));
        if (trace.endEpochNanos() != 0 && trace.startEpochNanos() != 0) {
            line.append("  ").append(Units.duration(trace.endEpochNanos() - trace.startEpochNanos(), unicode));
        }
        line.append("  ").append(Units.plural(trace.spans().size(), "span"));
        String tokens = Units.tokens(TokenCount.of(trace), unicode);
        line.append(tokens.isEmpty() ? "" : "  " + tokens);
        line.append(errors == 0 ? "" : "  " + paint.bad(Units.plural(errors, "error")));
        line.append(open == 0 ? "" : "  " + paint.open(open + " open"));
        screen.line(line.append('\n').toString());
    }

    private void span(Place place, Trace trace) {
        SpanNode span = place.span;
        Operation operation = Operation.of(span);
        String tree = place.before + place.branch;
        String mark = span.isError() ? unicode ? " \u2717" : " !" : "";
        String note = span.isOrphan() ? " (parent not here)" : isDeep(place) ? " (level " + place.level + ")" : "";
        int room = Math.max(12, screen.width() - TIME - TOKENS - Cells.width(tree) - mark.length() - note.length());
        String word = operation.word();
        String name = Cells.fit(Names.name(span, unicode), Math.max(4, room - word.length() - 1), unicode);
        int used = Cells.width(tree) + word.length() + (name.isEmpty() ? 0 : 1 + Cells.width(name)) + mark.length() + note.length();
        String gap = " ".repeat(Math.max(1, screen.width() - TIME - TOKENS - used));
        String time = Cells.right(span.isOpen() ? "open" : time(span), TIME - 1);
        String tokens = tokens(span, operation);
        screen.line(paint.dim(tree) + paint.operation(operation, word) + (name.isEmpty() ? "" : " " + name)
                + paint.bad(mark) + paint.dim(note) + gap + (span.isOpen() ? paint.open(time) : time)
                + (tokens.isEmpty() ? "" : paint.dim(Cells.right(tokens, TOKENS))));
        content(place, trace);
    }

    private String time(SpanNode span) {
        return span.durationNanos() < 0 ? "?" : Units.duration(span.durationNanos(), unicode);
    }

    private String tokens(SpanNode span, Operation operation) {
        String tokens = Units.tokens(TokenCount.of(span), unicode);
        return tokens.isEmpty() && operation == Operation.CHAT && !span.isOpen() ? "not reported" : tokens;
    }

    private void content(Place place, Trace trace) {
        String rail = place.span.children().isEmpty() ? "   " : unicode ? "\u2502  " : "|  ";
        String left = place.before + place.below + rail;
        int room = Math.max(16, screen.width() - Cells.width(left) - 7);
        for (Content.Line line : Content.of(place.span, trace, full)) {
            boolean link = line.label().isEmpty();
            String label = link ? unicode ? "\u21b3 " : "^ " : Cells.left(line.label(), 6) + " ";
            if (full && !link) {
                whole(left, label, line);
                continue;
            }
            String text = Cells.fit(Visible.line(line.text(), unicode, room * 4), link ? room + 5 : room, unicode);
            screen.line(paint.dim(left + label) + colour(line, text));
        }
    }

    private void whole(String left, String label, Content.Line line) {
        String before = label;
        for (String part : line.text().split("\r?\n", -1)) {
            screen.line((paint.dim(left + before) + colour(line, Visible.line(part, unicode))).stripTrailing());
            before = " ".repeat(label.length());
        }
    }

    private String colour(Content.Line line, String text) {
        return switch (line.label()) {
            case "error" -> paint.bad(text);
            case "waits" -> paint.open(text);
            case "" -> paint.dim(text);
            default -> text;
        };
    }
}

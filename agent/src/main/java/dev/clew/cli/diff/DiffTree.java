package dev.clew.cli.diff;

import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Names;
import dev.clew.cli.screen.Paint;
import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.cli.text.DiffText;
import dev.clew.read.Operation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Two traces as one tree, a line a span; what is the same throughout takes one line. */
final class DiffTree {
    private static final int FEW = 3;

    private final Screen screen;
    private final Paint paint;
    private final boolean full;
    private final boolean unicode;
    private final DiffText texts;

    /** A pair, or so many that are the same and are not shown, and the tree lines left of it. */
    private record Place(Pair pair, int hidden, String before, String branch, String below) {}

    DiffTree(Screen screen, Paint paint, boolean full, DiffText texts) {
        this.screen = screen;
        this.paint = paint;
        this.full = full;
        this.unicode = screen.unicode();
        this.texts = texts;
    }

    void print(List<Pair> roots) {
        Deque<Place> stack = new ArrayDeque<>();
        push(roots, "", true, stack);
        while (!stack.isEmpty()) {
            Place place = stack.pop();
            if (place.pair == null) {
                screen.line(paint.dim("= " + place.before + place.branch + place.hidden + " more that are the same"));
                continue;
            }
            span(place);
            if (full || !place.pair.isSameThroughout()) {
                boolean deep = place.before.length() > screen.width() / 3;
                push(place.pair.children(), deep ? place.before : place.before + place.below, false, stack);
            }
        }
    }

    private void push(List<Pair> pairs, String before, boolean roots, Deque<Place> stack) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            int same = full ? 0 : sameFrom(pairs, i);
            Place place = place(pairs.get(i), 0, before, roots, i == pairs.size() - 1);
            places.add(place);
            if (same > FEW) { // the first of a long row stands for it
                i += same - 1;
                places.add(place(null, same - 1, before, roots, i == pairs.size() - 1));
            }
        }
        for (int i = places.size() - 1; i >= 0; i--) {
            stack.push(places.get(i));
        }
    }

    private Place place(Pair pair, int hidden, String before, boolean root, boolean last) {
        if (root) {
            return new Place(pair, hidden, before, "", "");
        }
        String branch = unicode ? last ? "\u2514\u2500 " : "\u251c\u2500 " : last ? "`- " : "|- ";
        return new Place(pair, hidden, before, branch, last ? "   " : unicode ? "\u2502  " : "|  ");
    }

    private static int sameFrom(List<Pair> pairs, int start) {
        int end = start;
        while (end < pairs.size() && pairs.get(end).isSameThroughout()) {
            end++;
        }
        return end - start;
    }

    private void span(Place place) {
        Pair pair = place.pair;
        String tree = place.before + place.branch;
        int room = Math.max(12, screen.width() - 2 - Cells.width(tree));
        String note = Cells.fit(note(pair), room / 2, unicode);
        String word = Operation.of(pair.either()).word();
        String name = Names.name(pair.either(), unicode);
        if (pair.a() != null && pair.b() != null && !pair.a().name().equals(pair.b().name())) {
            name += (unicode ? " \u2192 " : " -> ") + Names.name(pair.b(), unicode);
        }
        name = Cells.fit(name, Math.max(4, room - word.length() - 1 - (note.isEmpty() ? 0 : 2 + Cells.width(note))), unicode);
        String title = word + (name.isEmpty() ? "" : " " + name);
        screen.line(mark(pair.mark(), String.valueOf(pair.mark())) + " " + paint.dim(tree)
                + (pair.mark() == '=' || pair.mark() == '~' ? paint.operation(Operation.of(pair.either()), word)
                        + title.substring(word.length()) : mark(pair.mark(), title))
                + (note.isEmpty() ? "" : "  " + paint.dim(note)));
        if (full && pair.mark() == '~') {
            facts(pair, place.before + place.below + (pair.children().isEmpty() ? "   " : unicode ? "\u2502  " : "|  "));
        }
    }

    private void facts(Pair pair, String left) {
        for (Fact fact : pair.differences()) {
            if (fact.isStamp()) {
                continue; // what is behind them stands above the tree
            }
            String label = "  " + paint.dim(left) + Visible.line(fact.what(), unicode);
            screen.line(label);
            for (String line : texts.lines(fact.before() == null ? "" : fact.before(), fact.after() == null ? "" : fact.after(),
                    Math.max(16, screen.width() - 4 - Cells.width(left)), 1)) {
                screen.line("  " + paint.dim(left) + "  " + line);
            }
        }
    }

    private String note(Pair pair) {
        if (pair.a() == null || pair.b() == null) {
            String error = Facts.error(pair.either());
            return error == null ? "" : "failed: " + Visible.line(error, unicode, 200);
        }
        if (pair.differences().isEmpty()) {
            int below = full || !pair.isSameThroughout() ? 0 : below(pair);
            return below == 0 ? "" : Units.plural(below, "span") + " below, the same";
        }
        StringBuilder all = new StringBuilder();
        for (Fact fact : pair.differences()) {
            all.append(all.length() == 0 ? "" : ", ").append(word(fact));
        }
        return Visible.line(all.toString(), unicode);
    }

    /** What differs, and which way where there are but two ways. */
    static String word(Fact fact) {
        if (fact.what().equals("error")) {
            return fact.before() == null ? "failed in b" : fact.after() == null ? "failed in a" : "error";
        }
        return fact.what().equals("agent stamp") ? "revision" : fact.what();
    }

    private static int below(Pair pair) {
        int count = -1;
        Deque<Pair> open = new ArrayDeque<>(List.of(pair));
        while (!open.isEmpty()) {
            count++;
            open.addAll(open.poll().children());
        }
        return count;
    }

    private String mark(char mark, String text) {
        return switch (mark) {
            case '-' -> paint.bad(text);
            case '+' -> paint.good(text);
            case '~' -> paint.open(text);
            default -> paint.dim(text);
        };
    }
}

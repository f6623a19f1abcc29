package dev.clew.cli.diff;

import dev.clew.cli.diff.StampChanges.StampChange;
import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Names;
import dev.clew.cli.screen.Paint;
import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.cli.text.ChangeText;
import dev.clew.cli.text.DiffText;
import dev.clew.read.Operation;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import dev.clew.read.stamps.History;
import dev.clew.read.stamps.Stamp;
import dev.clew.read.stamps.StampBook;
import java.util.List;

/** Where two traces part, which stamps differ, and both as one tree. */
public final class DiffPrinter {
    private static final int LINES = 12;
    private static final int LABEL = 10;

    private final Screen screen;
    private final Paint paint;
    private final boolean full;
    private final boolean unicode;
    private final StampBook book;
    private final DiffText texts;

    public DiffPrinter(Screen screen, boolean colour, boolean full, StampBook book) {
        this.screen = screen;
        this.paint = new Paint(colour);
        this.full = full;
        this.unicode = screen.unicode();
        this.book = book;
        this.texts = new DiffText(paint, unicode);
    }

    public void print(TraceDiff diff) {
        header("a", diff.a());
        header("b", diff.b());
        Pair first = diff.firstDivergence();
        List<StampChange> stamps = StampChanges.of(diff.a(), diff.b(), book);
        screen.line("");
        if (first == null) {
            screen.line("The same but for times, ids and counts: " + Units.plural(diff.a().spans().size(), "span") + ".");
        } else {
            divergence(first, diff);
        }
        if (!stamps.isEmpty()) {
            screen.line("\n" + paint.strong("stamps that differ"));
            stamps(stamps);
        }
        if (first != null) {
            screen.line("\n" + paint.dim("= same  ~ changed  - only in a  + only in b"));
            new DiffTree(screen, paint, full, texts).print(diff.roots());
        }
    }

    private void header(String label, Trace trace) {
        StringBuilder line = new StringBuilder(label).append("  ");
        line.append(Visible.line(Units.shortId(trace.traceId(), screen.width() < 72 ? 8 : 16), unicode));
        line.append("  ").append(Units.local(trace.startEpochNanos(), screen.zone()));
        if (trace.endEpochNanos() != 0 && trace.startEpochNanos() != 0) {
            line.append("  ").append(Units.duration(trace.endEpochNanos() - trace.startEpochNanos(), unicode));
        }
        line.append("  ").append(Units.plural(trace.spans().size(), "span")).append("  ");
        int used = Cells.width(line.toString());
        screen.line(line + Cells.fit(Names.title(trace.root(), unicode), Math.max(8, screen.width() - used), unicode));
    }

    private void divergence(Pair pair, TraceDiff diff) {
        SpanNode span = pair.either();
        String what = what(pair, diff);
        String ids = pair.a() != null && pair.b() != null
                ? " (a " + Names.shortId(pair.a()) + ", b " + Names.shortId(pair.b()) + ")" : " (" + Names.shortId(span) + ")";
        String agent = agent(pair);
        String where = agent == null ? "" : " in agent " + Visible.line(agent, unicode);
        screen.line(paint.strong("first divergence"));
        int room = screen.width() - 2 - Cells.width(ids);
        String title = Cells.fit(Names.title(span, unicode), Math.max(12, room - Math.min(Cells.width(where), room / 2)), unicode);
        screen.line("  " + title + paint.dim(Cells.fit(where, Math.max(0, room - Cells.width(title)), unicode) + ids));
        screen.line("  " + Cells.fit(Visible.line(what, unicode), screen.width() - 2, unicode));
        for (Fact fact : pair.differences()) {
            if (!fact.isStamp()) {
                fact(fact);
            }
        }
    }

    private String what(Pair pair, TraceDiff diff) {
        if (pair.a() == null || pair.b() == null) {
            Pair other = diff.counterpart(pair);
            String alone = "only in " + (pair.b() == null ? "a" : "b");
            return other == null ? alone : alone + "; " + (other.b() == null ? "a" : "b") + " has "
                    + Names.title(other.either(), unicode) + " (" + Names.shortId(other.either()) + ") in its place";
        }
        StringBuilder all = new StringBuilder();
        for (Fact fact : pair.differences()) {
            all.append(all.length() == 0 ? "" : ", ").append(DiffTree.word(fact));
        }
        return "differs in: " + all;
    }

    private static String agent(Pair pair) {
        for (Pair above = pair.parent(); above != null; above = above.parent()) {
            if (Operation.of(above.either()) == Operation.AGENT) {
                return History.agentName(above.either());
            }
        }
        return null;
    }

    private void fact(Fact fact) {
        List<String> lines = texts.lines(fact.before() == null ? "" : fact.before(), fact.after() == null ? "" : fact.after(),
                screen.width() - 4 - LABEL, full ? -1 : 0);
        int shown = full ? lines.size() : Math.min(lines.size(), LINES);
        String label = Cells.left(Cells.fit(Visible.line(fact.what(), unicode), LABEL, unicode), LABEL);
        if (Cells.width(fact.what()) > LABEL) {
            screen.line("    " + paint.dim(Cells.fit(Visible.line(fact.what(), unicode), screen.width() - 4, unicode)));
            label = " ".repeat(LABEL);
        }
        for (int i = 0; i < shown; i++) {
            screen.line(("    " + (i == 0 ? paint.dim(label) : " ".repeat(LABEL)) + lines.get(i)).stripTrailing());
        }
        if (shown < lines.size()) {
            screen.line("    " + " ".repeat(LABEL) + paint.dim("and " + Units.plural(lines.size() - shown, "more line") + " (--full)"));
        }
    }

    private void stamps(List<StampChange> changes) {
        ChangeText text = new ChangeText(texts, unicode);
        String owner = "\0";
        for (StampChange change : changes) {
            String of = change.kind().equals("application") ? "application" : change.owner() == null ? "no agent" : "agent " + change.owner();
            if (!of.equals(owner)) {
                screen.line("  " + Cells.fit(Visible.line(of, unicode), screen.width() - 2, unicode));
                owner = of;
            }
            if (change.kind().equals("application")) {
                screen.line("    " + Cells.fit(text.values(change.from(), change.to()), screen.width() - 4, unicode));
                continue;
            }
            String kind = change.name() == null ? change.kind() : change.kind() + " " + Visible.line(change.name(), unicode);
            String stamps = "  " + shortStamp(change.from()) + (unicode ? " \u2192 " : " -> ") + shortStamp(change.to());
            screen.line("    " + Cells.fit(kind, screen.width() - 4 - Cells.width(stamps), unicode) + paint.dim(stamps));
            for (String line : text.inShort(change.kind(), text(change.from()), text(change.to()), book, screen.width() - 6)) {
                screen.line("      " + line);
            }
        }
    }

    private String text(String stamp) {
        Stamp found = stamp == null ? null : book.get(stamp);
        return found == null ? null : found.text();
    }

    private String shortStamp(String stamp) {
        return stamp == null ? "none" : Visible.line(Units.shortId(stamp, 8), unicode);
    }
}

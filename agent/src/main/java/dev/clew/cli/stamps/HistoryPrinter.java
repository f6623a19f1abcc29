package dev.clew.cli.stamps;

import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Paint;
import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.cli.text.ChangeText;
import dev.clew.cli.text.DiffText;
import dev.clew.read.TokenCount;
import dev.clew.read.stamps.Change;
import dev.clew.read.stamps.History;
import dev.clew.read.stamps.Revision;
import dev.clew.read.stamps.StampBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A table an agent, a row a revision, and below it what was new in it. */
public final class HistoryPrinter {
    private static final String[] HEAD = {"", "first", "last", "traces", "errors", "tok/run", "median", "p95"};
    private static final int LABEL = 8;
    private static final int SHORT_STAMP = 8;

    private final Screen screen;
    private final Paint paint;
    private final boolean unicode;
    private final StampBook book;
    private final ChangeText changes;

    public HistoryPrinter(Screen screen, boolean colour, StampBook book) {
        this.screen = screen;
        this.paint = new Paint(colour);
        this.unicode = screen.unicode();
        this.book = book;
        this.changes = new ChangeText(new DiffText(paint, unicode), unicode);
    }

    public void print(List<History> histories) {
        int[] widths = new int[HEAD.length];
        widen(widths, HEAD);
        boolean years = false;
        for (History history : histories) {
            for (Revision revision : history.revisions()) {
                widen(widths, row(revision, true));
            }
        }
        int total = -2;
        for (int width : widths) {
            total += width + 2;
        }
        years = total <= screen.width();
        if (!years) {
            widths[1] = widths[2] = 11;
        }
        String heading = null;
        for (History history : histories) {
            String next = heading(history, histories);
            if (!next.equals(heading)) {
                screen.line((heading == null ? "" : "\n") + paint.strong(Cells.fit(Visible.line(next, unicode), screen.width(), unicode)));
                screen.line(paint.dim(line(HEAD, widths)));
                heading = next;
            }
            revisions(history, widths, years);
        }
    }

    private static String heading(History history, List<History> all) {
        String prompt = history.prompt() == null ? "" : ", prompt " + history.prompt();
        if (history.agent() == null) {
            return "no agent" + prompt;
        }
        int prompts = 0;
        for (History other : all) {
            prompts += history.agent().equals(other.agent()) ? 1 : 0;
        }
        return "agent " + history.agent() + (prompts > 1 ? prompt : "");
    }

    private void revisions(History history, int[] widths, boolean years) {
        Revision above = null;
        for (Revision revision : history.revisions()) {
            Revision before = history.before(revision);
            screen.line(line(row(revision, years), widths));
            if (before == null || !before.applications().keySet().equals(revision.applications().keySet())) {
                application(revision);
            }
            if (before == null && above != null) {
                note("in use", "side by side with " + stamps(history.beside(revision)));
            } else if (before != above) {
                note("after", shortStamp(before.stamp()));
            }
            if (before != null) {
                for (Change change : history.changes(before, revision, book)) {
                    change(change);
                }
                errors(before, revision);
            } else if (revision.firstFailingTrace() != null) {
                note("errors", "first failing trace " + trace(revision));
            }
            above = revision;
        }
    }

    private String stamps(List<Revision> revisions) {
        List<String> stamps = new ArrayList<>();
        revisions.forEach(revision -> stamps.add(shortStamp(revision.stamp())));
        return String.join(", ", stamps);
    }

    private void application(Revision revision) {
        if (!revision.applications().isEmpty()) {
            note("in", String.join(", ", revision.applications().keySet()));
        }
    }

    private void change(Change change) {
        int cells = screen.width() - 2 - LABEL - 2;
        if (change.ofClass() != null) {
            note("class", changes.code(change));
            return;
        }
        if (!change.isText()) {
            note(change.what(), changes.values(change.from(), change.to()));
            return;
        }
        String before = change.from() == null ? "" : change.before(); // it had none
        String after = change.to() == null ? "" : change.after();
        List<String> lines = changes.inShort(change.what(), before, after, book, cells);
        if (lines.isEmpty()) {
            note(change.what(), changes.values(shortStamp(change.from()), shortStamp(change.to())));
        }
        for (int i = 0; i < lines.size(); i++) {
            screen.line("  " + paint.dim(Cells.left(i == 0 ? change.what() : "", LABEL)) + "  " + lines.get(i));
        }
    }

    private void errors(Revision before, Revision revision) {
        Double from = before.errorRate();
        Double to = revision.errorRate();
        if (to != null && to > 0 && (from == null || to > from)) {
            note("errors", (from == null ? "" : changes.values(percent(from), percent(to)) + ", ") + "first failing trace " + trace(revision));
        } else if (revision.failedTraceRate() > before.failedTraceRate()) {
            // none of its own runs failed: others did, over what it answered, or for reasons of their own
            String rates = changes.values(percent(before.failedTraceRate()), percent(revision.failedTraceRate()));
            note("traces", rates + " failed elsewhere, first failing trace " + Units.shortId(revision.firstFailedTrace(), 16));
        }
    }

    private static String trace(Revision revision) {
        return Units.shortId(revision.firstFailingTrace(), 16);
    }

    private void note(String label, String text) {
        String name = Cells.left(Cells.fit(Visible.line(label, unicode), screen.width() / 3, unicode), LABEL);
        int room = screen.width() - 4 - Cells.width(name);
        String shown = Cells.fit(Visible.line(text, unicode, room * 4), room, unicode);
        screen.line("  " + paint.dim(name) + "  " + (label.equals("errors") || label.equals("traces") ? paint.bad(shown) : shown));
    }

    private String[] row(Revision revision, boolean years) {
        TokenCount tokens = revision.tokens();
        String first = minute(revision.firstEpochNanos());
        String last = minute(revision.lastEpochNanos());
        boolean sameYear = first.length() > 4 && last.startsWith(first.substring(0, 4));
        boolean sameDay = first.length() > 10 && last.startsWith(first.substring(0, 10));
        return new String[] {
                shortStamp(revision.stamp()),
                years || first.length() < 16 ? first : first.substring(5),
                sameDay ? last.substring(11) : sameYear || !years && last.length() >= 16 ? last.substring(5) : last,
                String.valueOf(revision.traces()),
                revision.errorRate() == null ? "?" : percent(revision.errorRate()),
                Units.tokens(new TokenCount(each(tokens.input(), revision), each(tokens.output(), revision)), unicode).replace(" tok", ""),
                duration(revision, 0.5),
                duration(revision, 0.95),
        };
    }

    private static Long each(Long sum, Revision revision) {
        return sum == null ? null : Long.valueOf(Math.round(sum / (double) revision.runs()));
    }

    private String duration(Revision revision, double share) {
        long nanos = revision.durationNanos(share);
        return nanos < 0 ? "?" : Units.duration(nanos, unicode);
    }

    private String minute(long epochNanos) {
        return epochNanos == 0 ? "?" : Units.local(epochNanos, screen.zone()).substring(0, 16);
    }

    /** Not 0% where there are some, nor 100% where there are others. */
    private static String percent(double rate) {
        long whole = Math.round(rate * 100);
        return rate > 0 && whole == 0 ? "<1%" : rate < 1 && whole == 100 ? ">99%" : whole + "%";
    }

    private String shortStamp(String stamp) {
        return stamp == null ? "none" : Visible.line(Units.shortId(stamp, SHORT_STAMP), unicode);
    }

    private static void widen(int[] widths, String[] row) {
        for (int i = 0; i < row.length; i++) {
            widths[i] = Math.max(widths[i], Cells.width(row[i]));
        }
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            line.append(i == 0 ? "" : "  ").append(i < 2 ? Cells.left(row[i], widths[i]) : Cells.right(row[i], widths[i]));
        }
        return Cells.fit(line.toString().stripTrailing(), screen.width(), unicode);
    }

    /** The names there are, for one who named another. */
    public static String names(List<History> histories) {
        List<String> names = new ArrayList<>();
        histories.stream().map(History::agent).filter(Objects::nonNull).forEach(names::add);
        return String.join(", ", names);
    }
}

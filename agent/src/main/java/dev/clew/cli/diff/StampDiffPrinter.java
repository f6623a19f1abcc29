package dev.clew.cli.diff;

import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Paint;
import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.cli.text.ChangeText;
import dev.clew.cli.text.DiffText;
import dev.clew.read.stamps.Change;
import dev.clew.read.stamps.Stamp;
import dev.clew.read.stamps.StampBook;
import java.util.List;

/** What two stamps stand for, side by side. */
public final class StampDiffPrinter {
    private static final int AROUND = 3;

    private final Screen screen;
    private final Paint paint;
    private final boolean full;
    private final boolean unicode;
    private final DiffText texts;

    public StampDiffPrinter(Screen screen, boolean colour, boolean full) {
        this.screen = screen;
        this.paint = new Paint(colour);
        this.full = full;
        this.unicode = screen.unicode();
        this.texts = new DiffText(paint, unicode);
    }

    public void print(Stamp a, Stamp b, StampBook book) {
        header("a", a);
        header("b", b);
        screen.line("");
        if (a.stamp().equals(b.stamp())) {
            screen.line("The same.");
            return;
        }
        if (a.kind().equals("agent") && b.kind().equals("agent") && a.text() != null && b.text() != null) {
            agents(a, b, book);
        } else {
            texts(a.text(), b.text(), "");
        }
    }

    private void header(String label, Stamp stamp) {
        String name = stamp.name() == null ? "" : " " + Visible.line(stamp.name(), unicode);
        String head = label + "  " + stamp.stamp() + "  " + (stamp.epochNanos() == 0 ? "" : Units.local(stamp.epochNanos(), screen.zone()) + "  ");
        String cut = stamp.cut() ? "  (cut)" : "";
        screen.line(head + Cells.fit(stamp.kind() + name, Math.max(8, screen.width() - head.length() - cut.length()), unicode) + cut);
    }

    private void agents(Stamp a, Stamp b, StampBook book) {
        ChangeText values = new ChangeText(texts, unicode);
        List<Change> changes = Change.ofAgents(a.text(), b.text(), book);
        for (Change change : changes) {
            screen.line(Cells.fit(line(change, values), screen.width(), unicode));
        }
        for (Change change : changes) {
            if (change.isText() && change.from() != null && change.to() != null) {
                screen.line("\n" + paint.strong(change.what()));
                texts(change.before(), change.after(), "  ");
            }
        }
    }

    private String line(Change change, ChangeText values) {
        if (change.ofClass() != null) {
            return Cells.left("class", 12) + " " + values.code(change);
        }
        return Cells.left(Cells.fit(Visible.line(change.what(), unicode), screen.width() / 3, unicode), 12) + " "
                + values.values(change.from(), change.to());
    }

    private void texts(String before, String after, String left) {
        if (before == null || after == null) {
            String which = before == null ? after == null ? "either" : "a" : "b";
            screen.line(left + "The text of " + which + " was not kept (clew.content=none, or another journal).");
            return;
        }
        for (String line : texts.lines(before, after, screen.width() - left.length(), full ? -1 : AROUND)) {
            screen.line((left + line).stripTrailing());
        }
    }
}

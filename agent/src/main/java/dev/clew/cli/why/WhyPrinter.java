package dev.clew.cli.why;

import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Names;
import dev.clew.cli.screen.Paint;
import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.read.SpanNode;
import dev.clew.read.stamps.StampBook;
import java.util.List;

/** What led to a span, a section a question; those without an answer are left out. */
public final class WhyPrinter {
    private static final int FEW = 5;
    private static final int SOME = 3;
    private static final int LABEL = 11;

    private final Screen screen;
    private final Paint paint;
    private final boolean full;
    private final boolean unicode;

    public WhyPrinter(Screen screen, boolean colour, boolean full) {
        this.screen = screen;
        this.paint = new Paint(colour);
        this.full = full;
        this.unicode = screen.unicode();
    }

    public void print(Why why, StampBook book) {
        header(why);
        askedBy(why);
        List<Why.Feeder> feeders = why.fedBy();
        section("fed by", feeders.isEmpty());
        feeders(feeders, "  ");
        read(new Reading(why));
        Grounds grounds = new Grounds(why);
        grounds("decided because", grounds.decided());
        grounds("versions live", grounds.versions(book));
    }

    private void header(Why why) {
        SpanNode span = why.span();
        screen.line(paint.strong("why " + Names.titleAndId(span, screen.width() - 4, unicode)));
        String took = span.isOpen() ? "open" : span.durationNanos() < 0 ? "?" : Units.duration(span.durationNanos(), unicode);
        screen.line(paint.dim(Units.local(span.startEpochNanos(), screen.zone()) + "  " + took + "  trace "
                + Visible.line(Units.shortId(why.trace().traceId(), screen.width() < 76 ? 8 : 32), unicode))
                + (span.isError() ? paint.bad("  failed") : ""));
    }

    private void section(String name, boolean empty) {
        if (!empty) {
            screen.line("\n" + paint.strong(name));
        }
    }

    private void askedBy(Why why) {
        List<Why.Asker> askers = why.askedBy();
        section("asked by", askers.isEmpty());
        int levels = 0;
        for (Why.Asker asker : askers) {
            levels += asker.relation().equals("parent") ? 1 : 0;
        }
        int level = 0;
        for (Why.Asker asker : askers) {
            boolean parent = asker.relation().equals("parent");
            level += parent ? 1 : 0;
            boolean shown = full || level <= FEW || level == levels;
            if (!shown) {
                if (parent && level == FEW + 1) {
                    screen.line(paint.dim("  " + (unicode ? "\u2026 " : "... ") + (levels - FEW - 1) + " more above (--full)"));
                }
                continue;
            }
            if (parent) {
                screen.line("  " + Names.titleAndId(asker.by(), screen.width() - 2, unicode));
            } else {
                chooser(asker, asker.of() == why.span() ? "  " : "    ");
            }
        }
    }

    private void chooser(Why.Asker asker, String left) {
        String did = asker.relation().equals("handoff") ? "handed over by " : "chosen by ";
        screen.line(left + did + who(asker.by(), asker.link(), screen.width() - left.length() - did.length()));
        if (left.length() > 2 && asker.reason() != null && !asker.reason().isBlank()) { // its own has a section
            text(left + "  ", asker.reason(), true);
        }
    }

    private String who(SpanNode span, SpanNode.Link link, int cells) {
        if (span != null) {
            return Names.titleAndId(span, cells, unicode);
        }
        return Cells.fit("a span that is not here (" + Units.shortId(link.spanId(), 6) + ", trace " + Units.shortId(link.traceId(), 8) + ")",
                cells, unicode);
    }

    private void feeders(List<Why.Feeder> feeders, String left) {
        int shown = full ? feeders.size() : Math.min(feeders.size(), FEW);
        for (int i = 0; i < shown; i++) {
            Why.Feeder feeder = feeders.get(i);
            String share = feeder.share() == null ? "" : "  " + Math.round(feeder.share() * 100) + "% of it";
            share = feeder.same() ? "  the same object" : share;
            screen.line(left + who(feeder.by(), feeder.link(), screen.width() - left.length() - share.length()) + paint.dim(share));
            if (feeder.sample() != null && !feeder.sample().isBlank()) {
                text(left + "  ", "\"" + feeder.sample() + "\"", true);
            }
            feeders(feeder.fedBy(), left + "    ");
        }
        if (shown < feeders.size()) {
            screen.line(paint.dim(left + "and " + (feeders.size() - shown) + " more (--full)"));
        }
    }

    private void read(Reading reading) {
        List<Reading.Memory> memories = reading.memories();
        List<Reading.Found> found = reading.found();
        section("read", memories.isEmpty() && found.isEmpty());
        int first = full ? 0 : Math.max(0, memories.size() - SOME);
        if (first > 0) {
            screen.line(paint.dim("  " + first + " more before these (--full)"));
        }
        for (Reading.Memory memory : memories.subList(first, memories.size())) {
            String gone = memory.evicted() == 0 ? "" : ", " + memory.evicted() + " gone since";
            String count = "  " + (memory.entries().size() == 1 ? "1 entry" : memory.entries().size() + " entries") + gone;
            screen.line("  " + Names.titleAndId(memory.by(), screen.width() - 2 - count.length(), unicode) + paint.dim(count));
            entries(memory.entries());
        }
        for (Reading.Found each : found) {
            String count = "  " + Units.plural(each.documents().size(), "document");
            screen.line("  " + Names.titleAndId(each.by(), screen.width() - 2 - count.length(), unicode) + paint.dim(count));
            labelled("query", each.query());
            labelled("filter", each.filter());
            documents(each.documents());
        }
    }

    private void labelled(String label, String text) {
        if (text != null && !text.isBlank()) {
            screen.line("    " + paint.dim(label) + " " + fit(text, screen.width() - 5 - label.length()));
        }
    }

    /** The last ones are what the model read last. */
    private void entries(List<Reading.Entry> entries) {
        int first = full ? 0 : Math.max(0, entries.size() - FEW);
        if (first > 0) {
            screen.line(paint.dim("    " + first + " before these (--full)"));
        }
        for (Reading.Entry entry : entries.subList(first, entries.size())) {
            String by = entry.writer() == null ? "" : "  by " + Names.titleAndId(entry.writer(), screen.width() / 3, unicode);
            String fresh = entry.fresh() ? "new  " : "";
            String said = entry.text() == null ? Units.shortId(String.valueOf(entry.id()), 12) : entry.role() + ": " + entry.text();
            if (full) {
                screen.line(paint.dim("    " + fresh + by.trim()));
                text("      ", said, false);
                continue;
            }
            int room = screen.width() - 4 - fresh.length() - Cells.width(by);
            screen.line("    " + paint.open(fresh) + fit(said, room) + paint.dim(by));
        }
    }

    private void documents(List<Reading.Document> documents) {
        int shown = full ? documents.size() : Math.min(documents.size(), FEW);
        for (int i = 0; i < shown; i++) {
            Reading.Document document = documents.get(i);
            StringBuilder facts = new StringBuilder("    ").append(i + 1).append('.');
            if (document.rankBefore() != null) {
                facts.append(" was ").append(Math.round(document.rankBefore())).append(". ");
            }
            facts.append(document.score() == null ? "" : " " + Grounds.number(document.score()));
            String source = document.source() != null ? document.source() : document.id();
            String label = facts + (source == null ? "" : "  " + fit(source, full ? 1000 : screen.width() / 3));
            if (full) {
                screen.line(label);
                text("       ", document.snippet() == null ? "" : document.snippet(), false);
                continue;
            }
            int room = screen.width() - Cells.width(label) - 2;
            screen.line((label + "  " + (document.snippet() == null ? "" : paint.dim(fit(document.snippet(), room)))).stripTrailing());
        }
        if (shown < documents.size()) {
            screen.line(paint.dim("    and " + (documents.size() - shown) + " more (--full)"));
        }
    }

    private void grounds(String name, List<Grounds.Ground> grounds) {
        section(name, grounds.isEmpty());
        for (Grounds.Ground ground : grounds) {
            String label = "  " + Cells.left(ground.label(), LABEL) + "  ";
            if (full) {
                whole(label, ground.text());
            } else {
                screen.line(paint.dim(label) + fit(ground.text(), screen.width() - label.length()));
            }
        }
    }

    private void text(String left, String text, boolean dim) {
        if (full) {
            whole(left, text);
            return;
        }
        String shown = fit(text, screen.width() - Cells.width(left));
        screen.line(left + (dim ? paint.dim(shown) : shown));
    }

    private void whole(String first, String text) {
        String left = first;
        for (String line : text.split("\r?\n", -1)) {
            screen.line((left + Visible.line(line, unicode)).stripTrailing());
            left = " ".repeat(first.length());
        }
    }

    private String fit(String text, int cells) {
        int room = Math.max(8, cells);
        return Cells.fit(Visible.line(text, unicode, room * 4), room, unicode);
    }
}

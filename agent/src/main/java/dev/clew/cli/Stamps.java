package dev.clew.cli;

import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Paint;
import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.cli.stamps.HistoryJson;
import dev.clew.cli.stamps.HistoryPrinter;
import dev.clew.read.Trace;
import dev.clew.read.stamps.History;
import dev.clew.read.stamps.Stamp;
import dev.clew.read.stamps.StampBook;
import dev.clew.read.stamps.StampUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Which version of each agent ran when, and how it did; or what a stamp stands for. */
@Command(name = "stamps", description = "Each agent's revisions over time, and how they did.", mixinStandardHelpOptions = true)
final class Stamps implements Callable<Integer> {
    @ParentCommand Cli cli;
    @Mixin FolderOption folder;

    @Parameters(arity = "0..1", paramLabel = "AGENT|STAMP",
            description = "One agent's, by its name or a part of it; or what a stamp stands for.")
    String wanted;

    @Option(names = "--json", description = "For programs.")
    boolean json;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}")
    Show.Colour colour;

    @Override
    public Integer call() throws IOException {
        Screen screen = cli.screen;
        Path source = folder.folder(screen);
        if (!folder.isNamed(screen) && !Files.exists(source)) {
            throw new Cli.UserError(FolderOption.emptyHint(source));
        }
        StampBook book = FolderOption.book(source);
        List<Trace> traces = FolderOption.read(screen, source, reader -> {
            List<Trace> all = reader.traces(StampUse.KEYS, History.RESOURCE);
            FolderOption.tellSkipped(reader, screen);
            return all;
        });
        if (traces.isEmpty() && book.all().isEmpty()) {
            throw new Cli.UserError(FolderOption.emptyHint(source));
        }
        List<History> histories = History.of(traces, book);
        if (wanted == null) {
            return histories(histories, book);
        }
        List<History> named = named(histories);
        if (!named.isEmpty()) {
            return histories(named, book);
        }
        if (!isStamp(wanted)) {
            throw new Cli.UserError("clew: no agent " + shown(wanted, screen) + " in " + source + ". There are: "
                    + Visible.line(HistoryPrinter.names(histories), screen.unicode(), 400));
        }
        return stamp(find(wanted, book, screen), traces, book);
    }

    private int histories(List<History> histories, StampBook book) throws IOException {
        Screen screen = cli.screen;
        if (json) {
            TraceJson.print(HistoryJson.of(histories, book), screen.bytes());
        } else if (histories.isEmpty()) {
            screen.line("No agent and no model call in these traces.");
        } else {
            new HistoryPrinter(screen, screen.colour(colour.name()), book).print(histories);
        }
        return 0;
    }

    /** Its name, else what has that in its name. */
    private List<History> named(List<History> histories) {
        List<History> exact = histories.stream().filter(history -> wanted.equals(history.agent())).toList();
        String part = wanted.toLowerCase(Locale.ROOT);
        return !exact.isEmpty() || isStamp(wanted) ? exact : histories.stream()
                .filter(history -> history.agent() != null && history.agent().toLowerCase(Locale.ROOT).contains(part)).toList();
    }

    private static boolean isStamp(String text) {
        return text.matches("[0-9a-fA-F]{4,16}");
    }

    private static String shown(String text, Screen screen) {
        return Visible.line(text, screen.unicode(), 80);
    }

    /** The one stamp that is meant. */
    static Stamp find(String prefix, StampBook book, Screen screen) {
        List<Stamp> fit = prefix.matches("[0-9a-fA-F]{1,16}") ? book.startingWith(prefix) : List.of();
        if (fit.isEmpty()) {
            throw new Cli.UserError("clew: no stamp " + shown(prefix, screen) + " in " + book.file()
                    + (Files.exists(book.file()) ? "." : ", which does not exist.") + " See which there are: " + Cli.NAME + " stamps");
        }
        if (fit.size() > 1) {
            StringBuilder all = new StringBuilder();
            fit.stream().limit(5).forEach(stamp -> all.append("\n  ").append(stamp.stamp()).append("  ").append(stamp.kind())
                    .append(stamp.name() == null ? "" : " " + Visible.line(stamp.name(), screen.unicode(), 50)));
            throw new Cli.UserError("clew: " + fit.size() + " stamps begin with " + shown(prefix, screen) + ", type more of it:" + all
                    + (fit.size() > 5 ? "\n  ..." : ""));
        }
        return fit.get(0);
    }

    private int stamp(Stamp stamp, List<Trace> traces, StampBook book) throws IOException {
        Screen screen = cli.screen;
        List<StampUse> uses = StampUse.of(stamp.stamp(), traces, book);
        if (json) {
            Map<String, Object> out = json(stamp);
            out.put("usedBy", uses.stream().map(Stamps::json).toList());
            TraceJson.print(out, screen.bytes());
            return 0;
        }
        boolean unicode = screen.unicode();
        Paint paint = new Paint(screen.colour(colour.name()));
        screen.line(paint.strong(Cells.fit(stamp.kind() + (stamp.name() == null ? "" : " " + Visible.line(stamp.name(), unicode)),
                screen.width() - 18, unicode)) + "  " + stamp.stamp());
        if (stamp.epochNanos() != 0) {
            screen.line("first written " + Units.local(stamp.epochNanos(), screen.zone()));
        }
        for (StampUse use : uses) {
            String count = "  " + Units.plural(use.spans(), use.of().equals("agent") ? "run" : "call") + " in "
                    + Units.plural(use.traces(), "trace") + ", last " + Units.local(use.lastEpochNanos(), screen.zone());
            screen.line("used by " + Cells.fit(Visible.line(use.of() + " " + use.name(), unicode),
                    Math.max(8, screen.width() - 8 - Cells.width(count)), unicode) + count);
        }
        screen.line(uses.isEmpty() ? "used by no trace that is still here\n" : "");
        if (stamp.text() == null) {
            screen.line("Its text was not kept (clew.content=none).");
            return 0;
        }
        stamp.text().lines().forEach(line -> screen.line(Visible.line(line, unicode)));
        if (stamp.cut()) {
            screen.line(paint.dim(unicode ? "\u2026 and more, which was not kept" : "... and more, which was not kept"));
        }
        return 0;
    }

    static Map<String, Object> json(Stamp stamp) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stamp", stamp.stamp());
        json.put("kind", stamp.kind());
        json.put("name", stamp.name());
        json.put("firstWritten", Units.iso(stamp.epochNanos()));
        json.put("text", stamp.text());
        json.put("cut", stamp.cut());
        return json;
    }

    private static Map<String, Object> json(StampUse use) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("of", use.of());
        json.put("name", use.name());
        json.put("spans", use.spans());
        json.put("traces", use.traces());
        json.put("firstSeen", Units.iso(use.firstEpochNanos()));
        json.put("lastSeen", Units.iso(use.lastEpochNanos()));
        return json;
    }
}

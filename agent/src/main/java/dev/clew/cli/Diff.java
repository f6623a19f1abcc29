package dev.clew.cli;

import dev.clew.cli.diff.DiffJson;
import dev.clew.cli.diff.DiffPrinter;
import dev.clew.cli.diff.StampDiffPrinter;
import dev.clew.cli.diff.TraceDiff;
import dev.clew.cli.screen.Screen;
import dev.clew.read.Trace;
import dev.clew.read.TraceSummary;
import dev.clew.read.stamps.Stamp;
import dev.clew.read.stamps.StampBook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Two traces, or two stamps: 0 where they are the same, 1 where they differ. */
@Command(
        name = "diff",
        description = "Where two traces part; with --stamp, what changed between two versions.",
        footer = {"", "Exits with 0 where they are the same, 1 where they differ, 2 where one is not there."},
        mixinStandardHelpOptions = true)
final class Diff implements Callable<Integer> {
    private static final int DIFFER = 1;

    @ParentCommand Cli cli;
    @Mixin FolderOption folder;

    @Parameters(index = "0", paramLabel = "A", description = "A trace id, or the beginning of one; a stamp with --stamp.")
    String a;

    @Parameters(index = "1", paramLabel = "B", description = "The other one.")
    String b;

    @Option(names = "--stamp", description = "A and B are stamps: of prompts, tools or agents.")
    boolean stamp;

    @Option(names = "--full", description = "All of what changed.")
    boolean full;

    @Option(names = "--json", description = "For programs.")
    boolean json;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}")
    Show.Colour colour;

    @Override
    public Integer call() throws IOException {
        Path source = folder.folder(cli.screen);
        return stamp ? stamps(source) : traces(source);
    }

    private int traces(Path source) throws IOException {
        Screen screen = cli.screen;
        List<TraceSummary> all = folder.summaries(screen, source);
        String idA = FolderOption.choose(all, a, source, screen);
        String idB = FolderOption.choose(all, b, source, screen);
        List<Trace> traces = FolderOption.read(screen, source, reader -> reader.traces(new HashSet<>(List.of(idA, idB))));
        StampBook book = FolderOption.book(source);
        TraceDiff diff = TraceDiff.of(one(traces, idA), one(traces, idB), book);
        if (json) {
            TraceJson.print(DiffJson.of(diff, book), screen.bytes());
        } else {
            new DiffPrinter(screen, screen.colour(colour.name()), full, book).print(diff);
        }
        return diff.isSame() ? 0 : DIFFER;
    }

    private static Trace one(List<Trace> traces, String id) {
        for (Trace trace : traces) {
            if (trace.traceId().equals(id)) {
                return trace;
            }
        }
        throw new Cli.UserError("clew: trace " + id + " was there and is gone: the journal has deleted its oldest file.");
    }

    private int stamps(Path source) throws IOException {
        Screen screen = cli.screen;
        StampBook book = FolderOption.book(source);
        Stamp one = Stamps.find(a, book, screen);
        Stamp other = Stamps.find(b, book, screen);
        boolean same = one.stamp().equals(other.stamp());
        if (json) {
            Map<String, Object> out = new LinkedHashMap<>();
            out.put("a", Stamps.json(one));
            out.put("b", Stamps.json(other));
            out.put("same", same);
            TraceJson.print(out, screen.bytes());
        } else {
            new StampDiffPrinter(screen, screen.colour(colour.name()), full).print(one, other, book);
        }
        return same ? 0 : DIFFER;
    }
}

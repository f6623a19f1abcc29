package dev.clew.cli;

import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.read.Trace;
import dev.clew.read.TraceSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** One trace as a tree. */
@Command(name = "show", description = "Shows a trace as a tree.", mixinStandardHelpOptions = true)
final class Show implements Callable<Integer> {
    /** In words of its own, so that a mistyped one is refused. */
    enum Colour { always, never, auto }

    @ParentCommand Cli cli;
    @Mixin FolderOption folder;

    @Parameters(arity = "0..1", paramLabel = "TRACE",
            description = "A trace id, the beginning of one, or a file of OTLP JSON. Otherwise the newest trace.")
    String wanted;

    @Option(names = "--full", description = "All of every input and output.")
    boolean full;

    @Option(names = "--json", description = "For programs.")
    boolean json;

    @Option(names = "--color", paramLabel = "WHEN", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}")
    Colour colour;

    @Override
    public Integer call() throws IOException {
        Screen screen = cli.screen;
        Path file = file();
        Path source = file != null ? file : folder.folder(screen);
        List<TraceSummary> all = folder.summaries(screen, source);
        String id = FolderOption.choose(all, file != null ? null : wanted, source, screen);
        Trace trace = FolderOption.read(source, reader -> reader.trace(id));
        if (trace == null) {
            throw new Cli.UserError("clew: trace " + id + " was there and is gone: the journal has deleted its oldest file.");
        }
        if (json) {
            TraceJson.write(trace, screen.bytes());
            return 0;
        }
        new TreePrinter(screen, screen.colour(colour.name()), full).print(trace);
        if (file != null && all.size() > 1) {
            screen.line("\n" + Units.plural(all.size() - 1, "more trace") + " in this file; ids: ls --dir " + file);
        }
        return 0;
    }

    /** Null where the argument is no file; an id in the journal comes first, since it is what people type. */
    private Path file() {
        if (wanted == null || wanted.matches("[0-9a-fA-F]{4,32}")) {
            return null;
        }
        try {
            Path path = Path.of(wanted);
            return Files.exists(path) ? path : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}

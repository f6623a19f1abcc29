package dev.clew.cli;

import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Names;
import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.cli.why.Spans;
import dev.clew.cli.why.Why;
import dev.clew.cli.why.WhyJson;
import dev.clew.cli.why.WhyPrinter;
import dev.clew.read.SpanNode;
import dev.clew.read.Trace;
import dev.clew.read.TraceSummary;
import dev.clew.read.stamps.StampBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

    @Option(names = "--why", paramLabel = "SPAN",
            description = {"What led to a span: who asked, what fed it, what it read,", "why it was chosen, which versions ran.",
                    "SPAN: its id, the beginning of one, or its name."})
    String why;

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
        Trace trace = FolderOption.read(screen, source, reader -> reader.trace(id));
        if (trace == null) {
            throw new Cli.UserError("clew: trace " + id + " was there and is gone: the journal has deleted its oldest file.");
        }
        if (why != null) {
            return why(trace, source);
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

    private int why(Trace newest, Path source) throws IOException {
        Screen screen = cli.screen;
        Trace trace = newest;
        if (wanted == null && why.matches("[0-9a-f]{6,16}") && Spans.meant(newest, why).isEmpty()) {
            Trace other = FolderOption.read(screen, source, reader -> holder(reader.traces(Set.of(), Set.of())));
            trace = other == null ? newest : FolderOption.read(screen, source, reader -> reader.trace(other.traceId()));
        }
        SpanNode span = span(trace);
        StampBook book = FolderOption.book(source);
        if (json) {
            TraceJson.print(WhyJson.of(Why.of(trace, span), book), screen.bytes());
        } else {
            new WhyPrinter(screen, screen.colour(colour.name()), full).print(Why.of(trace, span), book);
        }
        return 0;
    }

    /** The trace with a span whose id begins so: an id says all that is needed. */
    private Trace holder(List<Trace> traces) {
        for (Trace trace : traces) {
            for (SpanNode span : trace.spans()) {
                if (span.spanId().startsWith(why)) {
                    return trace;
                }
            }
        }
        return null;
    }

    private SpanNode span(Trace trace) {
        boolean unicode = cli.screen.unicode();
        List<SpanNode> meant = Spans.meant(trace, why);
        String shown = Visible.line(why, unicode, 60);
        String where = "trace " + Units.shortId(trace.traceId(), 8);
        if (meant.isEmpty()) {
            throw new Cli.UserError("clew: no span " + shown + " in " + where
                    + (wanted == null ? ", the newest; name another with show --why SPAN TRACE." : ".")
                    + " See its spans: " + Cli.NAME + " show " + Units.shortId(trace.traceId(), 8));
        }
        if (meant.size() > 1) {
            StringBuilder all = new StringBuilder();
            for (SpanNode span : meant.subList(0, Math.min(8, meant.size()))) {
                SpanNode parent = span.parentSpanId() == null ? null : trace.span(span.parentSpanId());
                String what = Names.title(span, unicode) + (parent == null ? "" : ", in " + Names.title(parent, unicode));
                all.append("\n  ").append(span.spanId()).append("  ").append(Cells.fit(what, 60, unicode));
            }
            throw new Cli.UserError("clew: " + meant.size() + " spans of " + where + " fit " + shown + ", name one by its id:" + all
                    + (meant.size() > 8 ? "\n  ..." : ""));
        }
        return meant.get(0);
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

package dev.clew.cli;

import dev.clew.cli.screen.Cells;
import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.read.TraceSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A line a trace, newest first. */
@Command(name = "ls", description = "Lists the traces, newest first.", mixinStandardHelpOptions = true)
final class Ls implements Callable<Integer> {
    private static final int TOOK = 2;
    private static final int NAME = 3;
    private static final int SPANS = 4;
    private static final int TOKENS = 5;

    @ParentCommand Cli cli;
    @Mixin FolderOption folder;

    @Option(names = "-n", paramLabel = "COUNT", description = "At most so many; all of them otherwise.")
    Integer count;

    @Option(names = "--json", description = "For programs.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        Screen screen = cli.screen;
        Path source = folder.folder(screen);
        List<TraceSummary> all = folder.summaries(screen, source);
        List<TraceSummary> some = count == null ? all : all.subList(0, Math.max(0, Math.min(count, all.size())));
        if (json) {
            TraceJson.write(some, screen.bytes());
        } else if (all.isEmpty()) {
            screen.line(FolderOption.emptyHint(source));
        } else {
            print(some, idLength(all), screen);
        }
        return 0;
    }

    /** Columns as wide as they need to be; the name takes what the screen has left. */
    private static void print(List<TraceSummary> traces, int idLength, Screen screen) {
        List<String[]> rows = new ArrayList<>();
        int[] widths = new int[7];
        for (TraceSummary trace : traces) {
            String[] row = row(trace, idLength, screen);
            rows.add(row);
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], Cells.width(row[i]));
            }
        }
        int taken = 0;
        for (int i = 0; i < widths.length; i++) {
            taken += i == NAME || widths[i] == 0 ? 0 : widths[i] + 2;
        }
        widths[NAME] = Math.min(widths[NAME], Math.max(12, screen.width() - taken));
        for (String[] row : rows) {
            screen.line(line(row, widths, screen.unicode()));
        }
    }

    private static String line(String[] row, int[] widths, boolean unicode) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            if (widths[i] > 0) {
                boolean right = i == TOOK || i == SPANS || i == TOKENS;
                String cell = Cells.fit(row[i], widths[i], unicode);
                line.append(line.length() == 0 ? "" : "  ").append(right ? Cells.right(cell, widths[i]) : Cells.left(cell, widths[i]));
            }
        }
        return line.toString().stripTrailing();
    }

    private static String[] row(TraceSummary trace, int idLength, Screen screen) {
        boolean unicode = screen.unicode();
        String errors = trace.errors() == 0 ? "" : Units.plural(trace.errors(), "error");
        String open = trace.open() == 0 ? "" : trace.open() + " open";
        return new String[] {
                Visible.line(Units.shortId(trace.traceId(), idLength), unicode),
                Units.local(trace.startEpochNanos(), screen.zone()),
                took(trace, unicode),
                Visible.line(trace.name(), unicode, 400),
                Units.plural(trace.spans(), "span"),
                Units.tokens(trace.tokens(), unicode),
                errors + (errors.isEmpty() || open.isEmpty() ? "" : ", ") + open,
        };
    }

    /** Eight characters, or as many as it takes to tell them apart: what is printed here is typed after show. */
    private static int idLength(List<TraceSummary> traces) {
        int length = 8;
        List<String> ids = new ArrayList<>();
        traces.forEach(trace -> ids.add(trace.traceId()));
        Collections.sort(ids);
        for (int i = 1; i < ids.size(); i++) {
            int common = 0;
            String a = ids.get(i - 1);
            String b = ids.get(i);
            while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
                common++;
            }
            length = Math.max(length, common + 1);
        }
        return length;
    }

    private static String took(TraceSummary trace, boolean unicode) {
        if (trace.endEpochNanos() == 0) {
            return "open";
        }
        return trace.startEpochNanos() == 0 ? "?" : Units.duration(trace.endEpochNanos() - trace.startEpochNanos(), unicode);
    }
}

package dev.clew.cli;

import dev.clew.cli.screen.Screen;
import dev.clew.cli.screen.Units;
import dev.clew.cli.screen.Visible;
import dev.clew.cli.screen.Waiting;
import dev.clew.journal.JournalFolder;
import dev.clew.read.Skipped;
import dev.clew.read.TraceReader;
import dev.clew.read.TraceSummary;
import dev.clew.read.stamps.StampBook;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** {@code --dir}, which every command has, and reading what stands there. */
final class FolderOption {
    private static final int SKIPS_SHOWN = 3;

    @Option(names = "--dir", paramLabel = "FOLDER",
            description = {"The journal's folder. Otherwise clew.dir, CLEW_DIR,", "~/.clew, or one in the temporary folder."})
    String dir;

    Path folder(Screen screen) {
        return JournalFolder.resolve(dir != null ? dir : System.getProperty("clew.dir"), screen.env());
    }

    /** Whether somebody named the folder; the one we assume need not be there yet. */
    boolean isNamed(Screen screen) {
        return dir != null || System.getProperty("clew.dir") != null || screen.env().get("CLEW_DIR") != null;
    }

    /** A step of reading; what it throws becomes a line for a person. */
    interface Reading<T> {
        T read(TraceReader reader) throws IOException;
    }

    /** Tells a person who has to wait how far it is. */
    static <T> T read(Screen screen, Path source, Reading<T> reading) {
        Waiting waiting = screen.waiting();
        waiting.begin();
        try {
            return reading.read(TraceReader.of(source, waiting::at));
        } catch (NoSuchFileException e) {
            throw new Cli.UserError("clew: " + source + " does not exist. Check the name, or name another folder with --dir.");
        } catch (AccessDeniedException e) {
            throw new Cli.UserError("clew: " + source + " cannot be read: permission denied. A journal is readable by its owner"
                    + " alone: run this as the user that ran the application.");
        } catch (IOException e) {
            throw new Cli.UserError("clew: " + source + " cannot be read: " + e.getMessage());
        } finally {
            waiting.end();
        }
    }

    /** The stamps that stand beside the traces. */
    static StampBook book(Path source) {
        try {
            return StampBook.read(source);
        } catch (IOException e) {
            throw new Cli.UserError("clew: the stamps in " + source + " cannot be read: " + e.getMessage());
        }
    }

    /** Newest first; says on standard error what was left out. */
    List<TraceSummary> summaries(Screen screen, Path source) {
        if (!isNamed(screen) && !Files.exists(source)) {
            return List.of();
        }
        return read(screen, source, reader -> {
            List<TraceSummary> summaries = reader.summaries();
            tellSkipped(reader, screen);
            return summaries;
        });
    }

    /** On standard error: what the last reading left out. */
    static void tellSkipped(TraceReader reader, Screen screen) {
        List<Skipped> skipped = reader.skipped();
        for (int i = 0; i < Math.min(skipped.size(), SKIPS_SHOWN); i++) {
            screen.error("clew: " + Visible.line(skipped.get(i).toString(), screen.unicode()));
        }
        if (skipped.size() > SKIPS_SHOWN) {
            screen.error("clew: and in " + Units.plural(skipped.size() - SKIPS_SHOWN, "more place"));
        }
    }

    static String emptyHint(Path folder) {
        return "No traces in " + folder + " yet.\nRun an application with: java -javaagent:clew-agent.jar -jar app.jar";
    }

    /** The id of the one trace that is meant: the newest where nothing is named. */
    static String choose(List<TraceSummary> all, String prefix, Path source, Screen screen) {
        String shown = Visible.line(String.valueOf(prefix), screen.unicode(), 80);
        if (all.isEmpty()) {
            throw new Cli.UserError(Files.isRegularFile(source) ? "clew: no trace in " + source + "."
                    : FolderOption.emptyHint(source));
        }
        if (prefix == null) {
            return all.get(0).traceId();
        }
        List<TraceSummary> fit = all.stream()
                .filter(trace -> trace.traceId().startsWith(prefix.toLowerCase(Locale.ROOT)) || trace.traceId().startsWith(prefix))
                .toList();
        if (fit.isEmpty()) {
            throw new Cli.UserError("clew: no trace " + shown + " in " + source + ", and no such file."
                    + " See which there are: " + Cli.NAME + " ls");
        }
        if (fit.size() > 1 && !fit.get(0).traceId().equals(prefix)) {
            StringBuilder ids = new StringBuilder();
            fit.stream().limit(5).forEach(trace -> ids.append("\n  ").append(trace.traceId()).append("  ")
                    .append(Visible.line(trace.name(), screen.unicode(), 60)));
            throw new Cli.UserError("clew: " + fit.size() + " traces begin with " + shown + ", type more of it:" + ids
                    + (fit.size() > 5 ? "\n  ..." : ""));
        }
        return fit.get(0).traceId();
    }
}

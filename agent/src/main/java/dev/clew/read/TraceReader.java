package dev.clew.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the traces of a journal folder, or of any file of OTLP JSON: lines or documents, plain or gzip. Each call reads
 * anew, so a folder that is being written to shows what it holds now. One thread at a time.
 */
public final class TraceReader {
    /** In a journal's folder, and no traces: the texts behind stamps. */
    public static final String STAMPS = "stamps.jsonl";
    /** Those from before the file was full. */
    public static final String OLD_STAMPS = "stamps.old.jsonl";

    private final Path source;
    private final Progress progress;
    private final List<Skipped> skipped = new ArrayList<>();
    private long bytesRead;
    private long bytesThere;

    private TraceReader(Path source, Progress progress) {
        this.source = source;
        this.progress = progress;
    }

    /** @param source a folder or a file; a folder is not searched below */
    public static TraceReader of(Path source) {
        return of(source, Progress.UNWATCHED);
    }

    /** As {@link #of(Path)}, for one who waits. */
    public static TraceReader of(Path source, Progress progress) {
        return new TraceReader(source, progress);
    }

    /**
     * An overview of every trace, newest first; takes little memory whatever the prompts weigh.
     *
     * @throws IOException the folder, or the file, cannot be read at all
     */
    public List<TraceSummary> summaries() throws IOException {
        List<TraceSummary> summaries = new ArrayList<>();
        for (Trace trace : read(Selection.OVERVIEW)) {
            summaries.add(TraceSummary.of(trace));
        }
        summaries.sort(Comparator.comparingLong(TraceSummary::startEpochNanos).reversed()
                .thenComparing(TraceSummary::traceId));
        return summaries;
    }

    /**
     * One trace, whole.
     *
     * @param traceId lower-case hex, complete
     * @return null where there is none
     */
    public Trace trace(String traceId) throws IOException {
        List<Trace> traces = traces(Set.of(traceId));
        return traces.isEmpty() ? null : traces.get(0);
    }

    /**
     * Some traces, whole, in the order in which they came; those that are not there are left out.
     *
     * @param traceIds lower-case hex, complete
     */
    public List<Trace> traces(Set<String> traceIds) throws IOException {
        return read(Selection.of(traceIds));
    }

    /** Every trace, whole, in memory, in the order in which they came. */
    public List<Trace> traces() throws IOException {
        return read(Selection.EVERYTHING);
    }

    /**
     * Every trace, with some attributes alone, and without links and events: what many thousand traces can be held with.
     *
     * @param keys of spans, besides those that say what a span is and what it cost
     * @param resource of processes
     */
    public List<Trace> traces(Set<String> keys, Set<String> resource) throws IOException {
        return read(Selection.of(keys, resource));
    }

    /** What the last call left out. */
    public List<Skipped> skipped() {
        return List.copyOf(skipped);
    }

    private List<Trace> read(Selection selection) throws IOException {
        skipped.clear();
        bytesRead = 0;
        bytesThere = 0;
        Spans spans = new Spans();
        if (Files.isDirectory(source)) {
            Set<Path> done = new HashSet<>();
            if (!readFolder(selection, spans, done)) {
                readFolder(selection, spans, done); // a file was renamed or compressed under our eyes: it has a new name now
            }
        } else {
            bytesThere = source.toFile().length();
            readFile(source, selection, spans);
        }
        return spans.traces();
    }

    private boolean readFolder(Selection selection, Spans spans, Set<Path> done) throws IOException {
        boolean complete = true;
        List<Path> files = files();
        for (Path file : files) {
            bytesThere += done.contains(file) ? 0 : file.toFile().length();
        }
        for (Path file : files) {
            if (!done.add(file)) {
                continue;
            }
            try {
                readFile(file, selection, spans);
            } catch (NoSuchFileException e) {
                complete = false;
            } catch (IOException e) {
                skipped.add(new Skipped(file, 0, 1, reason(e)));
            }
        }
        return complete;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(source)) {
            return all.filter(TraceReader::isTraces).filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static boolean isTraces(Path file) {
        String name = withoutGz(file);
        return (name.endsWith(".jsonl") || name.endsWith(".json")) && !name.equals(STAMPS) && !name.equals(OLD_STAMPS);
    }

    private static String withoutGz(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private void readFile(Path file, Selection selection, Spans spans) throws IOException {
        if (withoutGz(file).endsWith(".jsonl")) {
            readLines(file, selection, spans);
            return;
        }
        try (InputStream in = open(file); JsonParser json = OtlpParser.JSON.createParser(in)) {
            readDocuments(file, json, selection, spans);
        } catch (JsonProcessingException e) {
            // no document; lines, one of them torn, are the other thing it can be
            if (!readLines(file, selection, spans)) {
                skipped.removeIf(skip -> skip.file().equals(file));
                skipped.add(new Skipped(file, 0, 1, "it is not JSON: " + firstLine(e.getOriginalMessage())));
            }
        }
    }

    private void readDocuments(Path file, JsonParser json, Selection selection, Spans spans) throws IOException {
        OtlpParser parser = new OtlpParser(selection);
        while (json.nextToken() != null) {
            long line = json.currentTokenLocation().getLineNr();
            List<SpanRecord> found = parser.parse(json);
            if (found == null) {
                skipped.add(new Skipped(file, 0, 1, "it is JSON, but there are no OTLP spans in it (line " + line + ")"));
            } else {
                spans.addAll(found);
            }
        }
    }

    /** False where not one line was OTLP. */
    private boolean readLines(Path file, Selection selection, Spans spans) throws IOException {
        OtlpParser parser = new OtlpParser(selection);
        boolean any = false;
        long number = 0;
        long firstBad = 0;
        int bad = 0;
        try (InputStream in = open(file)) {
            Lines lines = new Lines(in);
            while (lines.next()) {
                number++;
                if (lines.isBlank()) {
                    continue;
                }
                List<SpanRecord> found = parseLine(parser, lines);
                if (found != null) {
                    any = true;
                    spans.addAll(found);
                } else {
                    firstBad = bad++ == 0 ? number : firstBad;
                }
            }
        } catch (EOFException | ZipException e) {
            skipped.add(new Skipped(file, 0, 1, "the compressed file ends after " + number + " lines")); // and these we have
        }
        if (bad > 0) {
            skipped.add(new Skipped(file, firstBad, bad, null));
        }
        return any;
    }

    private static List<SpanRecord> parseLine(OtlpParser parser, Lines line) {
        try (JsonParser json = OtlpParser.JSON.createParser(line.bytes(), line.offset(), line.length())) {
            List<SpanRecord> spans = null;
            while (json.nextToken() != null) {
                List<SpanRecord> found = parser.parse(json);
                if (found == null) {
                    return null;
                }
                if (spans == null) {
                    spans = found;
                } else {
                    spans.addAll(found);
                }
            }
            return spans;
        } catch (IOException e) {
            return null;
        }
    }

    private InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(new Counted(Files.newInputStream(file)), 64 << 10);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return gzip ? new GZIPInputStream(in, 64 << 10) : in;
    }

    /** Tells of each piece that is read. */
    private final class Counted extends FilterInputStream {
        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (count > 0) {
                bytesRead += count;
                progress.read(bytesRead, bytesThere);
            }
            return count;
        }

        @Override
        public int available() {
            try {
                return in.available();
            } catch (IOException cannotTell) {
                return 0; // as of a pipe, which can be read all the same
            }
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : firstLine(e.getMessage());
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** Spans by trace and id: the same span read twice is one, and one that has ended is no longer open. */
    private static final class Spans {
        private final Map<String, Map<String, SpanRecord>> byTrace = new LinkedHashMap<>();

        void addAll(List<SpanRecord> spans) {
            for (SpanRecord span : spans) {
                byTrace.computeIfAbsent(span.traceId, id -> new LinkedHashMap<>())
                        .merge(span.spanId, span, (old, later) -> old.end != 0 ? old : later);
            }
        }

        List<Trace> traces() {
            List<Trace> traces = new ArrayList<>(byTrace.size());
            byTrace.forEach((id, spans) -> traces.add(Trace.of(id, spans.values())));
            return traces;
        }
    }
}

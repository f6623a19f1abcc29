package dev.clew.journal;

import dev.clew.stamp.Store;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The journal of one JVM: the spans that ended, and beside them those that are still open. One thread writes, the
 * recorder's; nothing throws. While the disk does not take it, spans are dropped and counted, and it is tried again every
 * 30 seconds.
 */
public final class Journal implements Closeable {
    private static final long RETRY_NANOS = 30_000_000_000L;
    private static final long STAMPS_FULL = 16L << 20;

    private final JournalSettings settings;
    private final Consumer<String> complain;
    private final LongSupplier nanoTime;
    private final long rotateBytes;
    private final SpanLines lines = new SpanLines();
    private final LineFile traces;
    private final LiveFile live;
    private final FolderCap cap;
    private final Housekeeping housekeeping;
    private volatile long dropped;
    private boolean off;
    private boolean started;
    private boolean failing;
    private boolean told;
    private long retryAt;
    private int rotations;

    private Journal(JournalSettings settings, Consumer<String> complain, LineFile.Opener opener, LongSupplier nanoTime) {
        this.settings = settings;
        this.complain = complain;
        this.nanoTime = nanoTime;
        // several files must fit under the cap, else there is nothing it could delete
        this.rotateBytes = Math.min(settings.rotateBytes(), Math.max(1, settings.totalBytes() / 4));
        String stem = FileNames.stem(System.currentTimeMillis(), ProcessHandle.current().pid());
        this.traces = new LineFile(settings.folder(), stem, FileNames.TRACES, opener);
        this.live = new LiveFile(new LineFile(settings.folder(), stem, FileNames.LIVE, opener), lines);
        this.cap = new FolderCap(settings.folder(), settings.totalBytes(), stem);
        this.housekeeping = new Housekeeping(cap);
    }

    /**
     * Never throws. A folder that cannot be written is told once, and everything later is counted as dropped.
     *
     * @param settings where and how much
     * @param resource whose spans these are; each span carries it too, so nothing is written from here
     * @param complain takes one clear line for a person; called on the calling thread and on that of the writer
     */
    public static Journal open(JournalSettings settings, Resource resource, Consumer<String> complain) {
        return open(settings, complain, new LineFile.Disk(), new SystemClock());
    }

    static Journal open(
            JournalSettings settings, Consumer<String> complain, LineFile.Opener opener, LongSupplier nanoTime) {
        Journal journal = new Journal(settings, complain, opener, nanoTime);
        journal.tryFolder();
        return journal;
    }

    private void tryFolder() {
        try {
            OwnerOnly.folder(folder());
            if (!Files.isWritable(folder())) {
                throw new AccessDeniedException(folder().toString());
            }
        } catch (IOException | RuntimeException e) {
            off = true;
            complain.accept("clew: no trace is kept: cannot write to " + folder() + " (" + reason(e)
                    + "). Name a folder that can be written with -Dclew.dir=...");
        }
    }

    /** Appends spans that have ended. The collection is not kept. */
    public void write(Collection<SpanData> ended) {
        if (ended.isEmpty()) {
            return;
        }
        if (!ready()) {
            dropped += ended.size();
            live.ended(ended);
            return;
        }
        try {
            lines.write(ended, traces);
            succeeded();
            rotateIfFull();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failed(e);
        }
        dropped += ended.size() - lines.written();
        live.ended(ended);
    }

    /** Notes spans that are open, their end being 0. To note one again, with more known about it, is fine: the last counts. */
    public void writeOpen(Collection<SpanData> open) {
        if (open.isEmpty() || !ready()) {
            return; // not counted: an open span is not lost, it has yet to end
        }
        try {
            live.append(open);
            succeeded();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            failed(e);
        }
    }

    /**
     * Where the texts behind stamps go, beside the spans.
     *
     * @param texts whether they are kept at all; stamps are in any case
     * @param longest characters of a text that are kept
     */
    public Store stamps(boolean texts, int longest) {
        return new StampFile(folder(), texts, longest, STAMPS_FULL);
    }

    /** Not a method reference: the first one of a JVM costs milliseconds, and this is on the way to an application's first span. */
    private static final class SystemClock implements LongSupplier {
        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    }

    private boolean ready() {
        return !off && (!failing || nanoTime.getAsLong() - retryAt >= 0);
    }

    private void succeeded() {
        failing = false;
        if (!started) {
            started = true;
            cap.enforce();
        }
    }

    private void failed(Throwable problem) {
        failing = true;
        retryAt = nanoTime.getAsLong() + RETRY_NANOS;
        if (!told) {
            told = true;
            complain.accept("clew: traces are dropped while " + folder() + " cannot be written (" + reason(problem)
                    + "). Tried again every 30 s; the application is not affected.");
        }
    }

    private void rotateIfFull() {
        if (traces.length() <= rotateBytes) {
            return;
        }
        File current = traces.file();
        traces.forget();
        String path = current.getPath();
        String before = path.substring(0, path.length() - FileNames.TRACES.length());
        File rotated;
        do {
            rotated = new File(before + '.' + ++rotations + FileNames.TRACES);
        } while (rotated.exists() || new File(rotated.getPath() + FileNames.GZ).exists());
        // where it cannot be renamed it stays as it is, and the next line starts another file
        if (current.renameTo(rotated) && settings.gzip()) {
            housekeeping.compress(rotated);
        } else {
            cap.enforce();
        }
    }

    private static String reason(Throwable problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof NotDirectoryException || problem instanceof FileAlreadyExistsException) {
            return "a file stands in its place";
        }
        if (problem instanceof NoSuchFileException) {
            return "no such folder, and it cannot be made";
        }
        if (problem instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason();
        }
        String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }

    /** Absolute where {@link JournalFolder} resolved it; perhaps not writable. */
    public Path folder() {
        return settings.folder();
    }

    /** Spans that ended and did not reach the file; any thread may ask. */
    public long droppedSpans() {
        return dropped;
    }

    /** On the writer's thread, or once that has stopped. Waits at most half a second, for a compression to be broken off. */
    @Override
    public void close() {
        off = true;
        traces.close();
        live.close();
        housekeeping.close();
    }
}

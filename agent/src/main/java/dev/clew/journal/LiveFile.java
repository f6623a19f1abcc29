package dev.clew.journal;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The spans that are still open, for whoever looks while the JVM hangs or after it was killed. What has ended since is
 * dropped from the file when that has grown too big; the reader drops it anyway.
 */
final class LiveFile {
    private static final long SMALL = 4L << 20;

    private final LineFile file;
    private final SpanLines lines;
    private final Map<String, SpanData> open = new LinkedHashMap<>();
    private long limit = SMALL;

    LiveFile(LineFile file, SpanLines lines) {
        this.file = file;
        this.lines = lines;
    }

    void append(Collection<SpanData> spans) throws IOException {
        for (SpanData span : spans) {
            open.put(key(span), span);
        }
        lines.write(spans, file);
        if (file.length() > limit) {
            startOver();
        }
    }

    void ended(Collection<SpanData> spans) {
        if (open.isEmpty()) {
            return; // the usual case: nothing takes a quarter of a second
        }
        for (SpanData span : spans) {
            open.remove(key(span));
        }
    }

    private void startOver() throws IOException {
        File current = file.file();
        file.close();
        Path fresh = Path.of(current.getPath() + FileNames.TEMP);
        Files.deleteIfExists(fresh);
        try {
            OwnerOnly.newFile(fresh);
            lines.writeAll(new ArrayList<>(open.values()), fresh.toFile());
            Files.move(fresh, current.toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        limit = Math.max(SMALL, 2 * current.length());
    }

    /** An orderly end with nothing open leaves no file; anything still open stays on record. */
    void close() {
        file.close();
        File written = file.file();
        if (written != null && open.isEmpty()) {
            written.delete();
        }
    }

    private static String key(SpanData span) {
        return span.getTraceId().concat(span.getSpanId());
    }
}

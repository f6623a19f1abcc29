package dev.clew.journal;

import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/** Turns spans into lines: one OTLP {@code TracesData} a batch, several where the batch is large. */
final class SpanLines {
    private static final int SPANS_A_LINE = 256;
    private static final int BYTES_A_LINE = 1 << 20;

    private final LineBuffer line = new LineBuffer();
    private final OtlpJson json = new OtlpJson(line);

    /** How many spans of the last collection reached the file, also after {@link #write} threw. */
    private int written;

    int written() {
        return written;
    }

    void write(Collection<SpanData> spans, LineFile file) throws IOException {
        written = 0;
        int told = 0;
        start();
        for (SpanData span : spans) {
            int size = line.size();
            boolean added = add(span);
            if (added && told > 0 && line.size() > BYTES_A_LINE) {
                line.cut(size); // a long one stands alone
                append(told, file);
                told = 0;
                added = add(span);
            }
            told += added ? 1 : 0;
            if (told == SPANS_A_LINE) {
                append(told, file);
                told = 0;
            }
        }
        if (told > 0) {
            append(told, file);
        }
    }

    private void append(int spans, LineFile file) throws IOException {
        end();
        file.append(line);
        written += spans;
        start();
    }

    /** A span a line, so that one that is torn costs no other. */
    void writeAll(List<SpanData> spans, File to) throws IOException {
        try (OutputStream out = new FileOutputStream(to, true)) {
            for (SpanData span : spans) {
                start();
                if (add(span)) {
                    end();
                    line.writeTo(out);
                }
            }
        }
    }

    private void start() {
        line.clear();
        json.start();
    }

    /** False for a span that cannot be told in JSON: that is no fault of the disk, and costs no other. */
    private boolean add(SpanData span) {
        try {
            json.add(span);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private void end() {
        json.end();
        line.write('\n');
    }
}

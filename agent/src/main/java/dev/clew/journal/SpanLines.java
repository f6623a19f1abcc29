package dev.clew.journal;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/** Turns spans into lines: one OTLP {@code TracesData} a batch, several where the batch is large. */
final class SpanLines {
    private static final int SPANS_A_LINE = 256;
    private static final int CHARS_A_LINE = 1 << 20;

    private final LineBuffer line = new LineBuffer();
    private final OtlpJson json = new OtlpJson(line);
    private final Weight weight = new Weight();

    /** How many spans of the last collection reached the file, also after {@link #write} threw. */
    private int written;

    int written() {
        return written;
    }

    void write(Collection<SpanData> spans, LineFile file) throws IOException {
        written = 0;
        if (spans.size() == 1) {
            append(spans, file);
            return;
        }
        List<SpanData> part = new ArrayList<>(Math.min(spans.size(), SPANS_A_LINE));
        weight.chars = 0;
        for (SpanData span : spans) {
            span.getAttributes().forEach(weight);
            if (!part.isEmpty() && (part.size() == SPANS_A_LINE || weight.chars > CHARS_A_LINE)) {
                append(part, file);
                part.clear();
                weight.chars = 0;
                span.getAttributes().forEach(weight);
            }
            part.add(span);
        }
        if (!part.isEmpty()) {
            append(part, file);
        }
    }

    private void append(Collection<SpanData> part, LineFile file) throws IOException {
        if (render(part)) {
            file.append(line);
            written += part.size();
        } else if (part.size() > 1) {
            for (SpanData span : part) {
                append(List.of(span), file); // only the one that cannot be rendered is lost
            }
        }
    }

    /** A span a line, so that one that is torn costs no other. */
    void writeAll(List<SpanData> spans, File to) throws IOException {
        try (OutputStream out = new FileOutputStream(to, true)) {
            for (SpanData span : spans) {
                if (render(List.of(span))) {
                    line.writeTo(out);
                }
            }
        }
    }

    /** False for a span that cannot be told in JSON: that is no fault of the disk. */
    private boolean render(Collection<SpanData> part) {
        try {
            line.clear();
            json.write(part);
            line.write('\n');
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Roughly how much text a span carries; a class and not a lambda, since it counts across calls. */
    private static final class Weight implements BiConsumer<AttributeKey<?>, Object> {
        long chars;

        @Override
        public void accept(AttributeKey<?> key, Object value) {
            if (value instanceof String text) {
                chars += text.length();
            } else if (value instanceof List<?> list) {
                chars += list.size() * 32L;
            }
        }
    }
}

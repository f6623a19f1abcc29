package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who wrote which entry of which memory last, so that a read can be linked to it; the recorder's thread alone. */
final class MemoryTrail {
    private static final int KEPT = 8192;

    private static final Map<String, SpanContext> WRITERS = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SpanContext> eldest) {
            return size() > KEPT;
        }
    };

    private MemoryTrail() {}

    /** A write of all that a memory holds does not make it the writer of what was there before. */
    static void note(SpanContext writer, String store, List<String> ids) {
        for (String id : ids) {
            WRITERS.putIfAbsent(store + '/' + id, writer);
        }
    }

    static void link(Span reader, String store, List<String> ids) {
        Set<String> linked = new HashSet<>();
        for (String id : ids) {
            SpanContext writer = WRITERS.get(store + '/' + id);
            if (writer != null && linked.add(writer.getSpanId())) {
                reader.addLink(writer, Attributes.of(Semconv.LINK, "memory"));
            }
        }
    }
}

package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
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

    private static final Map<Place, Long> PLACES = new HashMap<>();
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();
    private static long places;

    /** An object by its identity: its own equals is the application's code. */
    private static final class Place extends WeakReference<Object> {
        private final int hash;

        private Place(Object object, ReferenceQueue<Object> gone) {
            super(object, gone);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Place && get() != null && get() == ((Place) other).get();
        }
    }

    private MemoryTrail() {}

    /** What tells this memory from all others: its id, and which object it is in, where that is known. */
    static String memory(Object place, String store) {
        for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            PLACES.remove(gone);
        }
        if (place == null) {
            return store;
        }
        Long number = PLACES.get(new Place(place, null));
        if (number == null) {
            number = ++places;
            PLACES.put(new Place(place, GONE), number);
        }
        return number + "/" + store;
    }

    /** A write of all that a memory holds does not make it the writer of what was there before. */
    static void note(SpanContext writer, String memory, List<String> ids) {
        for (String id : ids) {
            WRITERS.putIfAbsent(memory + '/' + id, writer);
        }
    }

    static void link(Span reader, String memory, List<String> ids) {
        Set<String> linked = new HashSet<>();
        for (String id : ids) {
            SpanContext writer = WRITERS.get(memory + '/' + id);
            if (writer != null && linked.add(writer.getSpanId())) {
                reader.addLink(writer, Attributes.of(Semconv.LINK, "memory"));
            }
        }
    }
}

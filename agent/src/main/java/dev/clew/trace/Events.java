package dev.clew.trace;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/** What happened while an operation ran, and took no time worth a span. Of very many, the first are kept. */
final class Events {
    private static final int MAX = 128;

    private record Event(long nanos, String name, Supplier<Map<String, String>> facts) {}

    private final Queue<Event> all = new ArrayDeque<>(4);

    void add(long epochNanos, String name, Supplier<Map<String, String>> facts) {
        if (all.size() < MAX) {
            all.add(new Event(epochNanos, name, facts));
        }
    }

    void render(SpanWriter out) {
        for (Event event = all.poll(); event != null; event = all.poll()) {
            out.event(event.name, TraceCore.ask(event.facts), event.nanos);
        }
    }
}

package dev.clew.trace;

import dev.clew.journal.Journal;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes a line for each span that stays open, and what it waits for: what a hung or killed JVM leaves behind. */
final class LiveSpans {
    private static final long OPEN_FOR = 250_000_000L;
    /** A span whose wait changes is written again, but not more often. */
    private static final long AGAIN_AFTER = 1_000_000_000L;

    private final Journal journal;
    private final SpanWriter writer;

    LiveSpans(Journal journal, SpanWriter writer) {
        this.journal = journal;
        this.writer = writer;
    }

    /**
     * On the recorder's thread.
     *
     * @param all whatever its age: the JVM is about to end
     * @return whether anything is open
     */
    boolean look(Set<Operation> open, boolean all) {
        if (open.isEmpty()) {
            return false;
        }
        List<SpanData> lines = null;
        Map<Operation, Operation> children = null;
        for (Operation operation : open) {
            if (operation.endIfGivenUp(all)) {
                continue;
            }
            long now = operation.trace.now();
            boolean due = operation.liveSince == 0
                    ? all || now - operation.startNanos >= OPEN_FOR
                    : all || now - operation.liveSince >= AGAIN_AFTER;
            if (!due || !operation.isOpen()) {
                continue;
            }
            children = children == null ? youngestChildren(open) : children;
            String waitsFor = waitsFor(operation, children.get(operation));
            if (operation.liveSince == 0) {
                operation.renderStart(writer.on(operation.span));
                if (!operation.counts()) {
                    if (!operation.mayYetCount()) {
                        operation.discard();
                    }
                    continue;
                }
                writer.flush();
            } else if (Objects.equals(waitsFor, operation.liveWait)) {
                operation.liveSince = now;
                continue;
            }
            operation.liveSince = now;
            operation.liveWait = waitsFor;
            Span span = operation.span;
            if (span instanceof ReadableSpan) { // not one that was given up this moment
                lines = lines == null ? new ArrayList<>() : lines;
                lines.add(new Waiting(((ReadableSpan) span).toSpanData(), waitsFor));
            }
        }
        writer.texts().clear(); // nothing of the application's is kept
        if (lines != null) {
            journal.writeOpen(lines);
        }
        return true;
    }

    private static Map<Operation, Operation> youngestChildren(Set<Operation> open) {
        Map<Operation, Operation> children = new HashMap<>();
        for (Operation operation : open) {
            Operation parent = operation.parent;
            if (parent != null) {
                Operation other = children.get(parent);
                if (other == null || other.startNanos < operation.startNanos) {
                    children.put(parent, operation);
                }
            }
        }
        return children;
    }

    private static String waitsFor(Operation operation, Operation child) {
        Span of = child == null ? null : child.span;
        if (of instanceof ReadableSpan) {
            return ((ReadableSpan) of).getName() + " (" + child.spanId() + ')';
        }
        String own = operation.waitsFor();
        if (own != null) {
            return own;
        }
        Thread thread = operation.thread();
        return thread == null ? null : ThreadWait.of(thread);
    }

    private static final class Waiting extends DelegatingSpanData {
        private final Attributes attributes;

        Waiting(SpanData open, String waitsFor) {
            super(open);
            attributes = waitsFor == null
                    ? open.getAttributes()
                    : open.getAttributes().toBuilder().put(Semconv.WAITS_FOR, waitsFor).build();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }
    }
}

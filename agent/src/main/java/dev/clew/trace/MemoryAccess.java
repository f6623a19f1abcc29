package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.function.Supplier;

/** A look into, or a change of, an agent's memory; the span has the name of the operation. */
public final class MemoryAccess extends Operation {
    /** What is done, by the conventions' names. */
    public enum Kind {
        SEARCH("search_memory"),
        CREATE("create_memory"),
        UPDATE("update_memory"),
        UPSERT("upsert_memory"),
        DELETE("delete_memory");

        private final String operation;

        Kind(String operation) {
            this.operation = operation;
        }
    }

    private final String store;
    private volatile List<String> read;
    private volatile List<String> written;
    private volatile List<String> evicted;
    private volatile Long count;
    private volatile Supplier<String> records;

    private MemoryAccess(Kind kind, String store, Operation parent) {
        super(kind.operation, SpanKind.INTERNAL, Attributes.of(Semconv.OPERATION, kind.operation), parent);
        this.store = store;
    }

    /**
     * Starts an access below the current operation and makes it current.
     *
     * @param store id of the memory, or null
     */
    public static MemoryAccess start(Kind kind, String store) {
        MemoryAccess access = new MemoryAccess(kind, store, current());
        access.enter();
        return access;
    }

    /** Ids of the entries that were read. */
    public void read(List<String> ids) {
        read = ids;
    }

    /** Ids of the entries that were written. */
    public void written(List<String> ids) {
        written = ids;
    }

    /** Ids of the entries that had to go. */
    public void evicted(List<String> ids) {
        evicted = ids;
    }

    public void count(long entries) {
        count = entries;
    }

    /** The entries, as a JSON array of objects with {@code content}. */
    public void records(Supplier<String> json) {
        records = json;
    }

    @Override
    void renderStart(SpanWriter out) {
        out.fact(Semconv.MEMORY_STORE, store);
    }

    @Override
    void renderEnd(SpanWriter out) {
        out.fact(Semconv.MEMORY_READ, read);
        out.fact(Semconv.MEMORY_WRITTEN, written);
        out.fact(Semconv.MEMORY_EVICTED, evicted);
        out.fact(Semconv.MEMORY_COUNT, count);
        out.text(Semconv.MEMORY_RECORDS, TraceCore.ask(records));
        renderOutcome();
    }

    @Override
    void release() {
        records = null;
    }
}

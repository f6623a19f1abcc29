package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A look into, or a change of, an agent's memory; the span has the name of the operation. An entry's id is the hash of what it
 * says and who said it: memories have no ids of their own, and so the same entry is the same wherever it turns up.
 */
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

    /** A long history is read from many writers, and a span has a limit of links. */
    private static final int MAX_LINKS = 256;

    private final Kind kind;
    private final String store;
    private final AgentRun agent;
    private volatile Supplier<List<Message>> read;
    private volatile Supplier<List<Message>> written;
    private volatile Supplier<List<Message>> evicted;
    private volatile Object place;
    private volatile boolean clears;

    private MemoryAccess(Kind kind, String store, Operation parent) {
        super(kind.operation, SpanKind.INTERNAL, Attributes.of(Semconv.OPERATION, kind.operation), parent);
        this.kind = kind;
        this.store = store;
        this.agent = parent == null ? null : parent.enclosing(AgentRun.class);
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

    /**
     * The object that keeps the entries, to tell memories apart whose ids are the same; none of its methods is called. Where
     * none is given, the id alone says which memory it is.
     */
    public void place(Object keeper) {
        place = keeper;
    }

    /** The entries that were read; asked for on the recorder's thread. */
    public void read(Supplier<List<Message>> entries) {
        read = entries;
    }

    /** The entries that were written. */
    public void written(Supplier<List<Message>> entries) {
        written = entries;
    }

    /** The entries that had to go to make room. */
    public void evicted(Supplier<List<Message>> entries) {
        evicted = entries;
    }

    /** Nothing is left in the memory, if this does not fail. */
    public void clears() {
        clears = true;
    }

    @Override
    boolean passesOn() {
        return true;
    }

    @Override
    void renderStart(SpanWriter out) {
        out.fact(Semconv.MEMORY_STORE, store);
    }

    @Override
    void renderEnd(SpanWriter out) {
        List<Message> found = TraceCore.ask(read);
        List<Message> kept = TraceCore.ask(written);
        List<Message> gone = TraceCore.ask(evicted);
        List<Message> shown = found != null ? found : kept;
        List<String> dropped = gone == null ? null : out.memory(Semconv.MEMORY_EVICTED, gone);
        Remembered memory = MemoryTrail.of(place, store);
        if (found != null) {
            tell(out, memory, out.memory(Semconv.MEMORY_READ, found));
        }
        if (kept != null) {
            note(memory, out.memory(Semconv.MEMORY_WRITTEN, kept));
        }
        if (memory != null) {
            if (dropped != null) {
                memory.evicted(dropped);
            }
            if (clears && !threw()) {
                memory.cleared();
            }
            MemoryTrail.changed(memory);
        }
        if (shown != null) {
            out.fact(Semconv.MEMORY_COUNT, (long) shown.size());
            if (found != null) {
                out.output(Semconv.MEMORY_RECORDS, shown);
            } else {
                out.input(Semconv.MEMORY_RECORDS, shown);
            }
        }
        renderOutcome();
    }

    /** What is new among what was read, what is gone, and who wrote it. */
    private void tell(SpanWriter out, Remembered memory, List<String> ids) {
        Remembered.Read read = memory == null ? null : memory.read(ids);
        if (read != null) {
            out.fact(Semconv.MEMORY_NEW, read.fresh());
            out.fact(Semconv.MEMORY_EVICTED, read.evicted().isEmpty() ? null : read.evicted());
            int left = MAX_LINKS;
            for (Map.Entry<SpanContext, List<String>> writer : read.writers().entrySet()) {
                if (left-- > 0) {
                    span.addLink(writer.getKey(), Attributes.of(Semconv.LINK, "memory", Semconv.LINK_ENTRIES, writer.getValue()));
                }
            }
        }
        if (agent != null) {
            agent.recalls().read(memory, ids, read == null ? null : read.untold(), read == null ? List.of() : read.evicted());
        }
    }

    private void note(Remembered memory, List<String> ids) {
        if (memory != null) {
            switch (kind) {
                case CREATE -> memory.appended(spanContext(), ids);
                case UPDATE -> memory.replaced(spanContext(), ids);
                default -> memory.held(spanContext(), ids);
            }
        }
        if (agent != null) {
            agent.recalls().written(memory, ids);
        }
    }

    @Override
    void release() {
        read = null;
        written = null;
        evicted = null;
        place = null;
    }
}

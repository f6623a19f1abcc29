package dev.clew.plugins.langchain4jmemory;

import dev.clew.context.Rescuable;
import dev.clew.plugins.langchain4jtypes.Messages;
import dev.clew.trace.MemoryAccess;
import dev.clew.trace.Message;
import dev.clew.trace.Operation;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.Supplier;

/** One access of a memory, from the call that the application or an agent makes to its end. */
final class Access implements Rescuable {
    private static final Map<Operation, Access> OPEN = Collections.synchronizedMap(new WeakHashMap<>());
    /** What an operation has read last with nothing written since: reading that again tells nothing. */
    private static final Map<Operation, LastRead> LAST_READ = Collections.synchronizedMap(new WeakHashMap<>());
    /** The library's own class alone, whose equality is its identity. */
    private static final Map<Object, Boolean> TEMPORARY = Collections.synchronizedMap(new WeakHashMap<>());

    /** Writes by memory, of which a few share a counter. */
    private static final AtomicIntegerArray WRITES = new AtomicIntegerArray(256);

    /** An access of this thread's that gets no span; nor does what it does inside. */
    private static final ThreadLocal<Access> SKIPPED = new ThreadLocal<>();

    private record LastRead(WeakReference<Object> memory, int writes) {}

    private record Entries(List<ChatMessage> entries) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            return Messages.all(entries);
        }
    }

    /** Null for one that is skipped. */
    private final MemoryAccess span;

    private final boolean writes;
    private List<ChatMessage> evicted;
    private List<ChatMessage> writing;
    private boolean stored;

    private Access(MemoryAccess span, boolean writes) {
        this.span = span;
        this.writes = writes;
    }

    /** The access that this thread is in, or null. */
    static Access current() {
        return Operation.current() instanceof MemoryAccess span && span.isOpen() ? OPEN.get(span) : null;
    }

    /**
     * Starts one; null inside of another one, which has started for the same reason.
     *
     * @param memory or its store
     */
    static Access begin(MemoryAccess.Kind kind, Object memory, Object id) {
        boolean reads = kind == MemoryAccess.Kind.SEARCH;
        Operation parent = Operation.current();
        if (SKIPPED.get() != null || current() != null) {
            return null;
        }
        if (isTemporary(memory) || reads && isReadAgain(parent, memory)) {
            return skip();
        }
        if (!reads) {
            WRITES.incrementAndGet(counter(memory));
        }
        MemoryAccess span = MemoryAccess.start(kind, plain(id));
        span.place(memory);
        if (kind == MemoryAccess.Kind.DELETE) {
            span.clears();
        }
        Access access = new Access(span, !reads);
        OPEN.put(span, access);
        return access;
    }

    /** Nothing that this thread does until the end of this gets a span. */
    static Access skip() {
        Access skipped = new Access(null, false);
        SKIPPED.set(skipped);
        return skipped;
    }

    /** @param memory made by the library for itself */
    static void temporary(ChatMemory memory) {
        if (memory instanceof MessageWindowChatMemory) {
            TEMPORARY.put(memory, Boolean.TRUE);
        }
    }

    private static boolean isTemporary(Object memory) {
        return memory instanceof MessageWindowChatMemory && TEMPORARY.containsKey(memory);
    }

    private static boolean isReadAgain(Operation parent, Object memory) {
        if (parent == null) {
            return false;
        }
        LastRead now = new LastRead(new WeakReference<>(memory), WRITES.get(counter(memory)));
        LastRead last = LAST_READ.put(parent, now);
        return last != null && last.memory.get() == memory && last.writes == now.writes;
    }

    private static int counter(Object memory) {
        return System.identityHashCode(memory) & WRITES.length() - 1;
    }

    private static String plain(Object id) {
        boolean known = id instanceof String || id instanceof Number || id instanceof UUID;
        return known && id.getClass().getClassLoader() == null ? id.toString() : null;
    }

    /** Copies what is there now: memories hand out lists that change. */
    static List<ChatMessage> copy(Iterable<ChatMessage> messages) {
        return messages instanceof List<ChatMessage> list ? new ArrayList<>(list) : null;
    }

    void read(List<ChatMessage> entries) {
        if (entries != null && span != null) {
            span.read(new Entries(entries));
        }
    }

    void written(List<ChatMessage> entries) {
        if (entries != null && span != null) {
            span.written(new Entries(entries));
        }
    }

    /** What is about to be written; it is, once {@link #written(Throwable)} knows of no error. */
    void writes(List<ChatMessage> entries) {
        writing = entries;
    }

    void written(Throwable error) {
        if (error == null) {
            written(writing);
        }
    }

    /** The store behind the memory is at work: what it keeps is that memory's, whatever object speaks for it. */
    void place(Object store) {
        span.place(store);
    }

    void stored() {
        stored = true;
    }

    boolean wasStored() {
        return stored;
    }

    /** What goes out of the window. A read only hides it. */
    void evicted(List<ChatMessage> before, List<ChatMessage> after) {
        if (!writes) {
            return;
        }
        int kept = 0;
        for (ChatMessage message : before) {
            if (kept < after.size() && after.get(kept) == message) {
                kept++;
            } else {
                evicted = evicted == null ? new ArrayList<>(2) : evicted;
                evicted.add(message);
            }
        }
    }

    void close(Throwable error) {
        if (span == null) {
            SKIPPED.remove();
            return;
        }
        OPEN.remove(span);
        if (evicted != null) {
            span.evicted(new Entries(evicted));
        }
        span.close(error);
    }

    /** Nothing was done. */
    void discard() {
        if (span == null) {
            SKIPPED.remove();
            return;
        }
        OPEN.remove(span);
        span.discard();
    }

    @Override
    public void rescue() {
        close(null);
    }
}

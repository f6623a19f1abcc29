package dev.clew.plugins.langchain4jrag;

import dev.clew.trace.MemoryAccess;
import dev.clew.trace.MemoryAccess.Kind;
import dev.clew.trace.Message;
import dev.clew.trace.Operation;
import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What is written to vector stores: one access, whoever decorates the store or leads from one method to the other. */
final class Written {
    /** More texts at once than these are not named: it is a library that is loaded, not something that is remembered. */
    private static final int MAX_TEXTS = 256;

    private record Texts(List<?> texts) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            List<Message> all = new ArrayList<>(texts.size());
            for (Object text : texts) {
                if (text instanceof TextSegment segment) {
                    all.add(Message.of("document", segment.text()));
                }
            }
            return all.isEmpty() ? null : all;
        }
    }

    private Written() {}

    /** Null where it is part of what is under way. */
    static MemoryAccess begin(Kind kind, Object store) {
        if (Operation.current() instanceof MemoryAccess outer && outer.isOpen()) {
            return null;
        }
        MemoryAccess access = MemoryAccess.start(kind, null);
        access.place(store);
        return access;
    }

    /** @param texts a segment, a list of them, or something else */
    static MemoryAccess begin(Object store, Object texts) {
        MemoryAccess access = begin(Kind.CREATE, store);
        if (access != null) {
            note(access, texts);
        } else if (Operation.current() instanceof MemoryAccess outer) {
            note(outer, texts);
        }
        return access;
    }

    private static void note(MemoryAccess access, Object texts) {
        if (texts instanceof TextSegment) {
            access.written(new Texts(List.of(texts)));
        } else if (texts instanceof List<?> list && list.size() <= MAX_TEXTS) {
            access.written(new Texts(new ArrayList<>(list)));
        }
    }

    static void close(MemoryAccess access, Throwable error) {
        if (access != null) {
            access.close(error);
        }
    }
}

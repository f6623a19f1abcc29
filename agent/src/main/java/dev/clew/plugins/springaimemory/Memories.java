package dev.clew.plugins.springaimemory;

import dev.clew.plugins.springaitypes.Messages;
import dev.clew.trace.MemoryAccess;
import dev.clew.trace.Message;
import dev.clew.trace.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.ai.chat.messages.SystemMessage;

/** What the hooks of memories have in common. */
final class Memories {
    private Memories() {}

    /** Null inside another memory, which this one stands behind. */
    static MemoryAccess begin(MemoryAccess.Kind kind, Object memory, String conversation) {
        if (Operation.current() instanceof MemoryAccess outer && outer.isOpen()) {
            return null;
        }
        MemoryAccess access = MemoryAccess.start(kind, conversation);
        access.place(memory);
        return access;
    }

    /** As {@link #begin}, for a repository: what it keeps is that memory's, whatever object speaks for it. */
    static MemoryAccess beginStored(MemoryAccess.Kind kind, Object repository, String conversation) {
        MemoryAccess access = begin(kind, repository, conversation);
        if (access == null && Operation.current() instanceof MemoryAccess memory) {
            memory.place(repository);
        }
        return access;
    }

    /** @param access null for none */
    static MemoryAccess clears(MemoryAccess access) {
        if (access != null) {
            access.clears();
        }
        return access;
    }

    /** Entries as they are now; null for none. */
    static Supplier<List<Message>> entries(List<org.springframework.ai.chat.messages.Message> messages) {
        return messages == null ? null : new Entries(new ArrayList<>(messages));
    }

    private record Entries(List<org.springframework.ai.chat.messages.Message> messages) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            return Messages.all(messages);
        }
    }

    /**
     * What had to go to make room. Instructions that newer ones replace are not among it.
     *
     * @return null where all stayed
     */
    static Supplier<List<Message>> gone(
            List<org.springframework.ai.chat.messages.Message> had,
            List<org.springframework.ai.chat.messages.Message> added,
            List<org.springframework.ai.chat.messages.Message> kept) {
        if (had == null || added == null || kept == null || kept.size() >= had.size() + added.size()) {
            return null;
        }
        Set<Object> stayed = Collections.newSetFromMap(new IdentityHashMap<>());
        stayed.addAll(kept);
        List<org.springframework.ai.chat.messages.Message> gone = new ArrayList<>();
        leftOut(had, stayed, gone);
        leftOut(added, stayed, gone);
        return gone.isEmpty() ? null : new Entries(gone);
    }

    private static void leftOut(
            List<org.springframework.ai.chat.messages.Message> from,
            Set<Object> stayed,
            List<org.springframework.ai.chat.messages.Message> gone) {
        for (var message : from) {
            if (!stayed.contains(message) && !(message instanceof SystemMessage)) {
                gone.add(message);
            }
        }
    }
}

package dev.clew.plugins.springairag;

import dev.clew.trace.MemoryAccess;
import dev.clew.trace.Message;
import dev.clew.trace.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.ai.document.Document;

/** What is written to vector stores: one access, whoever decorates the store or leads from one method to the other. */
final class Written {
    /** More texts at once than these are not named: it is a library that is loaded, not something that is remembered. */
    private static final int MAX_TEXTS = 256;

    private record Texts(List<Document> documents) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            List<Message> all = new ArrayList<>(documents.size());
            for (Document document : documents) {
                if (document.getText() != null) {
                    all.add(Message.of("document", document.getText()));
                }
            }
            return all.isEmpty() ? null : all;
        }
    }

    private Written() {}

    /** Null where it is part of what is under way. */
    static MemoryAccess begin(MemoryAccess.Kind kind, Object store) {
        if (Operation.current() instanceof MemoryAccess outer && outer.isOpen()) {
            return null;
        }
        MemoryAccess access = MemoryAccess.start(kind, null);
        access.place(store);
        return access;
    }

    static void end(MemoryAccess access, List<Document> documents, Throwable error) {
        if (access != null) {
            if (error == null && documents != null && documents.size() <= MAX_TEXTS) {
                access.written(new Texts(new ArrayList<>(documents)));
            }
            access.close(error);
        }
    }
}

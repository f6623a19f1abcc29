package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess.Kind;
import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/** A store is written to: for a memory, or by itself. */
@Hook(
        type = "dev.langchain4j.store.memory.chat.ChatMemoryStore",
        subtypes = true,
        method = "updateMessages",
        params = {"java.lang.Object", "java.util.List"})
final class StoreUpdateHook {
    private StoreUpdateHook() {}

    @Enter
    static Access enter(@This Object store, @Arg(0) Object id, @Arg(1) List<ChatMessage> messages) {
        Access memory = Access.current();
        if (memory != null) {
            memory.place(store);
            memory.stored();
            return null;
        }
        Access access = Access.begin(Kind.UPDATE, store, id);
        if (access != null) {
            access.writes(Access.copy(messages));
        }
        return access;
    }

    @Exit
    static void exit(@Entered Access access, @Threw Throwable error) {
        if (access != null) {
            access.written(error);
            access.close(error);
        }
    }
}

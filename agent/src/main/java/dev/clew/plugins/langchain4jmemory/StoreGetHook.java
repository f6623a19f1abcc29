package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess.Kind;
import dev.langchain4j.data.message.ChatMessage;
import java.util.List;

/** A store is read: for a memory, or by itself. */
@Hook(
        type = "dev.langchain4j.store.memory.chat.ChatMemoryStore",
        subtypes = true,
        method = "getMessages",
        params = "java.lang.Object")
final class StoreGetHook {
    private StoreGetHook() {}

    @Enter
    static Access enter(@This Object store, @Arg(0) Object id) {
        Access memory = Access.current();
        if (memory != null) {
            memory.place(store);
            return null;
        }
        return Access.begin(Kind.SEARCH, store, id);
    }

    @Exit
    static void exit(@Entered Access access, @Returned List<ChatMessage> messages, @Threw Throwable error) {
        if (access != null) {
            access.read(Access.copy(messages));
            access.close(error);
        }
    }
}

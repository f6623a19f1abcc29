package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess.Kind;

/** A store forgets a memory: for that memory, or by itself. */
@Hook(
        type = "dev.langchain4j.store.memory.chat.ChatMemoryStore",
        subtypes = true,
        method = "deleteMessages",
        params = "java.lang.Object")
final class StoreDeleteHook {
    private StoreDeleteHook() {}

    @Enter
    static Access enter(@This Object store, @Arg(0) Object id) {
        Access memory = Access.current();
        if (memory != null) {
            memory.place(store);
            return null;
        }
        return Access.begin(Kind.DELETE, store, id);
    }

    @Exit
    static void exit(@Entered Access access, @Threw Throwable error) {
        if (access != null) {
            access.close(error);
        }
    }
}

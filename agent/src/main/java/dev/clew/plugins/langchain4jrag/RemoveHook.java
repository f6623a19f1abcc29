package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;
import dev.clew.trace.MemoryAccess.Kind;

/** Entries of a store are removed, by id, by filter or all; it does not say which they were. */
@Hook(
        type = "dev.langchain4j.store.embedding.EmbeddingStore",
        subtypes = true,
        method = {"remove", "removeAll"})
final class RemoveHook {
    private RemoveHook() {}

    @Enter
    static MemoryAccess enter(@This Object store) {
        return Written.begin(Kind.DELETE, store);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Threw Throwable error) {
        Written.close(access, error);
    }
}

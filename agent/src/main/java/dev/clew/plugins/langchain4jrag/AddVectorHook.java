package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;
import dev.clew.trace.MemoryAccess.Kind;

/** Vectors without their texts are written to a store. */
@Hook(
        type = "dev.langchain4j.store.embedding.EmbeddingStore",
        subtypes = true,
        method = {"add", "addAll"},
        params = "*")
final class AddVectorHook {
    private AddVectorHook() {}

    @Enter
    static MemoryAccess enter(@This Object store) {
        return Written.begin(Kind.CREATE, store);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Threw Throwable error) {
        Written.close(access, error);
    }
}

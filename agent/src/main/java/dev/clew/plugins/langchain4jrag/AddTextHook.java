package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;

/** Vectors are written to a store with their texts, or with their ids, which are no texts. */
@Hook(
        type = "dev.langchain4j.store.embedding.EmbeddingStore",
        subtypes = true,
        method = {"add", "addAll"},
        params = {"*", "*"})
final class AddTextHook {
    private AddTextHook() {}

    @Enter
    static MemoryAccess enter(@This Object store, @Arg(1) Object texts) {
        return Written.begin(store, texts);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Threw Throwable error) {
        Written.close(access, error);
    }
}

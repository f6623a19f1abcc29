package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;
import dev.clew.trace.MemoryAccess.Kind;

/** Documents are split, embedded and written to a store: what is written, the store tells. */
@Hook(
        type = "dev.langchain4j.store.embedding.EmbeddingStoreIngestor",
        method = "ingest",
        params = "java.util.List")
final class IngestHook {
    private IngestHook() {}

    @Enter
    static MemoryAccess enter() {
        return Written.begin(Kind.CREATE, null);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Threw Throwable error) {
        Written.close(access, error);
    }
}

package dev.clew.plugins.springairag;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;
import java.util.List;
import org.springframework.ai.document.Document;

/** Documents are written to a vector store; what embeds them does it inside. */
@Hook(
        type = "org.springframework.ai.vectorstore.VectorStore",
        subtypes = true,
        method = "add",
        params = "java.util.List")
final class AddHook {
    private AddHook() {}

    @Enter
    static MemoryAccess enter(@This Object store) {
        return Written.begin(MemoryAccess.Kind.CREATE, store);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Arg(0) List<Document> documents, @Threw Throwable error) {
        Written.end(access, documents, error);
    }
}

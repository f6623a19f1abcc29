package dev.clew.plugins.springairag;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;

/** Documents of a vector store are removed, by id or by filter; it does not say which they were. */
@Hook(type = "org.springframework.ai.vectorstore.VectorStore", subtypes = true, method = "delete", params = "*")
final class DeleteHook {
    private DeleteHook() {}

    @Enter
    static MemoryAccess enter(@This Object store) {
        return Written.begin(MemoryAccess.Kind.DELETE, store);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Threw Throwable error) {
        Written.end(access, null, error);
    }
}

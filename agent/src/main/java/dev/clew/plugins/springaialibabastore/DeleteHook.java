package dev.clew.plugins.springaialibabastore;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;
import java.util.List;

/** Something is forgotten. */
@Hook(
        type = "com.alibaba.cloud.ai.graph.store.Store",
        subtypes = true,
        method = "deleteItem",
        params = {"java.util.List", "java.lang.String"})
final class DeleteHook {
    private DeleteHook() {}

    @Enter
    static MemoryAccess enter(@This Object store, @Arg(0) List<String> namespace) {
        return Items.begin(MemoryAccess.Kind.DELETE, store, namespace);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Threw Throwable error) {
        if (access != null) {
            access.close(error);
        }
    }
}

package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess.Kind;
import dev.langchain4j.memory.ChatMemory;

/** A memory forgets everything. */
@Hook(
        type = "dev.langchain4j.memory.ChatMemory",
        subtypes = true,
        method = "clear",
        params = {})
final class ClearHook {
    private ClearHook() {}

    @Enter
    static Access enter(@This ChatMemory memory) {
        return Access.begin(Kind.DELETE, memory, Ids.of(memory));
    }

    @Exit
    static void exit(@Entered Access access, @Threw Throwable error) {
        if (access != null) {
            access.close(error);
        }
    }
}

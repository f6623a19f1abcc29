package dev.clew.plugins.springaimemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;

/** A memory is cleared. */
@Hook(
        type = "org.springframework.ai.chat.memory.ChatMemory",
        subtypes = true,
        method = "clear",
        params = "java.lang.String")
final class ClearHook {
    private ClearHook() {}

    @Enter
    static MemoryAccess enter(@This Object memory, @Arg(0) String conversation) {
        return Memories.clears(Memories.begin(MemoryAccess.Kind.DELETE, memory, conversation));
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Threw Throwable error) {
        if (access != null) {
            access.close(error);
        }
    }
}

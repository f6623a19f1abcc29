package dev.clew.plugins.springaimemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;

/** A repository forgets a conversation: for a memory, or by itself. */
@Hook(
        type = "org.springframework.ai.chat.memory.ChatMemoryRepository",
        subtypes = true,
        method = "deleteByConversationId",
        params = "java.lang.String")
final class DeleteHook {
    private DeleteHook() {}

    @Enter
    static MemoryAccess enter(@This Object repository, @Arg(0) String conversation) {
        return Memories.clears(Memories.beginStored(MemoryAccess.Kind.DELETE, repository, conversation));
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Threw Throwable error) {
        if (access != null) {
            access.close(error);
        }
    }
}

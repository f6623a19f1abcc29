package dev.clew.plugins.springaimemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;
import java.util.List;
import org.springframework.ai.chat.messages.Message;

/** A repository is read: for a memory, or by itself. */
@Hook(
        type = "org.springframework.ai.chat.memory.ChatMemoryRepository",
        subtypes = true,
        method = "findByConversationId",
        params = "java.lang.String")
final class FindHook {
    private FindHook() {}

    @Enter
    static MemoryAccess enter(@This Object repository, @Arg(0) String conversation) {
        return Memories.beginStored(MemoryAccess.Kind.SEARCH, repository, conversation);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Returned List<Message> messages, @Threw Throwable error) {
        if (access != null) {
            access.read(Memories.entries(messages));
            access.close(error);
        }
    }
}

package dev.clew.plugins.springaimemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess;
import java.util.List;
import org.springframework.ai.chat.messages.Message;

/** A repository gets all that a conversation shall have from now on: from a memory, or from the application. */
@Hook(
        type = "org.springframework.ai.chat.memory.ChatMemoryRepository",
        subtypes = true,
        method = "saveAll",
        params = {"java.lang.String", "java.util.List"})
final class SaveHook {
    private SaveHook() {}

    @Enter
    static MemoryAccess enter(@This Object repository, @Arg(0) String conversation) {
        return Memories.beginStored(MemoryAccess.Kind.UPDATE, repository, conversation);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Arg(1) List<Message> messages, @Threw Throwable error) {
        if (access != null) {
            access.written(error == null ? Memories.entries(messages) : null);
            access.close(error);
        }
    }
}

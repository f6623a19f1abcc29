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

/** A memory is read. */
@Hook(
        type = "org.springframework.ai.chat.memory.ChatMemory",
        subtypes = true,
        method = "get",
        params = "java.lang.String")
final class GetHook {
    private GetHook() {}

    @Enter
    static MemoryAccess enter(@This Object memory, @Arg(0) String conversation) {
        return Memories.begin(MemoryAccess.Kind.SEARCH, memory, conversation);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Returned List<Message> messages, @Threw Throwable error) {
        if (access != null) {
            access.read(Memories.entries(messages));
            access.close(error);
        }
    }
}

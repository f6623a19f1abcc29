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

/** A memory is written; the short way for one message leads here. */
@Hook(
        type = "org.springframework.ai.chat.memory.ChatMemory",
        subtypes = true,
        method = "add",
        params = {"java.lang.String", "java.util.List"})
final class AddHook {
    private AddHook() {}

    @Enter
    static MemoryAccess enter(@This Object memory, @Arg(0) String conversation) {
        return Memories.begin(MemoryAccess.Kind.CREATE, memory, conversation);
    }

    @Exit
    static void exit(@Entered MemoryAccess access, @Arg(1) List<Message> messages, @Threw Throwable error) {
        if (access != null) {
            access.written(error == null ? Memories.entries(messages) : null);
            access.close(error);
        }
    }
}

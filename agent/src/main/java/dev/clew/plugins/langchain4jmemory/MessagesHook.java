package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess.Kind;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.memory.ChatMemory;
import java.util.List;

/** A memory is read. */
@Hook(
        type = "dev.langchain4j.memory.ChatMemory",
        subtypes = true,
        method = "messages",
        params = {})
final class MessagesHook {
    private MessagesHook() {}

    @Enter
    static Access enter(@This ChatMemory memory) {
        return Access.begin(Kind.SEARCH, memory, Ids.of(memory));
    }

    @Exit
    static void exit(@Entered Access access, @Returned List<ChatMessage> messages, @Threw Throwable error) {
        if (access != null) {
            access.read(Access.copy(messages));
            access.close(error);
        }
    }
}

package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.MemoryAccess.Kind;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.memory.ChatMemory;

/** All that a memory holds is replaced, since 1.13. */
@Hook(
        type = "dev.langchain4j.memory.ChatMemory",
        subtypes = true,
        method = "set",
        params = "java.lang.Iterable")
final class SetHook {
    private SetHook() {}

    @Enter
    static Access enter(@This ChatMemory memory, @Arg(0) Iterable<ChatMessage> messages) {
        Access access = Access.begin(Kind.UPDATE, memory, Ids.of(memory));
        if (access != null) {
            access.writes(Access.copy(messages));
        }
        return access;
    }

    @Exit
    static void exit(@Entered Access access, @Threw Throwable error) {
        if (access != null) {
            access.written(error);
            access.close(error);
        }
    }
}

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
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.memory.ChatMemory;
import java.util.List;

/** A message is remembered. Several at once, are several calls of this. */
@Hook(
        type = "dev.langchain4j.memory.ChatMemory",
        subtypes = true,
        method = "add",
        params = "dev.langchain4j.data.message.ChatMessage")
final class AddHook {
    private static final String WINDOWS = "dev.langchain4j.memory.chat.";

    private AddHook() {}

    @Enter
    static Access enter(@This ChatMemory memory, @Arg(0) ChatMessage message) {
        return message == null ? null : Access.begin(Kind.CREATE, memory, Ids.of(memory));
    }

    @Exit
    static void exit(
            @Entered Access access,
            @This ChatMemory memory,
            @Arg(0) ChatMessage message,
            @Threw Throwable error) {
        if (access == null) {
            return;
        }
        // a window does not keep the instructions that it has already
        boolean known = message instanceof SystemMessage && memory.getClass().getName().startsWith(WINDOWS);
        if (known && !access.wasStored() && error == null) {
            access.discard();
            return;
        }
        if (error == null) {
            access.written(List.of(message));
        }
        access.close(error);
    }
}

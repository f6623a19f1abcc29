package dev.clew.plugins.springaimemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.trace.MemoryAccess;
import dev.clew.trace.Message;
import dev.clew.trace.Operation;
import java.util.List;
import java.util.function.Supplier;

/** A window makes room: what it had and what is new go in, what it keeps comes out. */
@Hook(
        type = "org.springframework.ai.chat.memory.MessageWindowChatMemory",
        method = "process",
        params = {"java.util.List", "java.util.List"})
final class EvictionHook {
    private EvictionHook() {}

    @Exit
    static void exit(
            @Arg(0) List<org.springframework.ai.chat.messages.Message> had,
            @Arg(1) List<org.springframework.ai.chat.messages.Message> added,
            @Returned List<org.springframework.ai.chat.messages.Message> kept) {
        Supplier<List<Message>> gone = Memories.gone(had, added, kept);
        if (gone != null && Operation.current() instanceof MemoryAccess access) {
            access.evicted(gone);
        }
    }
}

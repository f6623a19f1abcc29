package dev.clew.plugins.langchain4jmemory;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.List;

/** A window of a number of tokens makes room, see {@link EvictHook}. */
@Hook(type = "dev.langchain4j.memory.chat.TokenWindowChatMemory", method = "ensureCapacity")
final class EvictTokensHook {
    private EvictTokensHook() {}

    @Enter
    static List<ChatMessage> enter(@Arg(0) List<ChatMessage> messages) {
        return Access.current() == null ? null : new ArrayList<>(messages);
    }

    @Exit
    static void exit(@Entered List<ChatMessage> before, @Arg(0) List<ChatMessage> messages) {
        Access access = before == null || before.size() == messages.size() ? null : Access.current();
        if (access != null) {
            access.evicted(before, new ArrayList<>(messages));
        }
    }
}

package dev.clew.plugins.langchain4jmemory;

import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.memory.chat.TokenWindowChatMemory;
import java.lang.reflect.Field;

/**
 * Which memory it is. The library's own keep that in a field, and it is read there: a question would be seen by whoever watches
 * the object, as a test's spy does.
 */
final class Ids {
    private static final Field MESSAGES = field(MessageWindowChatMemory.class);
    private static final Field TOKENS = field(TokenWindowChatMemory.class);

    private Ids() {}

    /** Null for what the memory's own class does not want to tell. */
    static Object of(ChatMemory memory) {
        try {
            Class<?> type = memory.getClass();
            Field field = type == MessageWindowChatMemory.class ? MESSAGES : type == TokenWindowChatMemory.class ? TOKENS : null;
            return field != null ? field.get(memory) : memory.id();
        } catch (ReflectiveOperationException | RuntimeException theApplicationsOwn) {
            return null;
        }
    }

    /** Null where a version has none, or does not show it. */
    static Field field(Class<? extends ChatMemory> type) {
        try {
            Field id = type.getDeclaredField("id");
            id.setAccessible(true);
            return id;
        } catch (ReflectiveOperationException | RuntimeException notThere) {
            return null;
        }
    }
}

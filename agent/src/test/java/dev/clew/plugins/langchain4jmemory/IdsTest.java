package dev.clew.plugins.langchain4jmemory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.memory.ChatMemory;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.memory.chat.TokenWindowChatMemory;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void theLibrarysOwnMemoriesAreNotAsked() {
        assertThat(Ids.field(MessageWindowChatMemory.class)).isNotNull();
        assertThat(Ids.field(TokenWindowChatMemory.class)).isNotNull();
        assertThat(Ids.of(MessageWindowChatMemory.builder().id("m-1").maxMessages(1).build())).isEqualTo("m-1");
    }

    @Test
    void anotherMemoryIsAskedAndMayRefuse() {
        assertThat(Ids.of(new Own("mine"))).isEqualTo("mine");
        assertThat(Ids.of(new Own(null))).isNull();
    }

    private record Own(String name) implements ChatMemory {
        @Override
        public Object id() {
            return name.toString();
        }

        @Override
        public void add(ChatMessage message) {}

        @Override
        public List<ChatMessage> messages() {
            return List.of();
        }

        @Override
        public void clear() {}
    }
}

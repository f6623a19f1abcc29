package com.example.springai;

import com.example.langchain4j.Marks;
import java.io.IOException;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.chat.model.ChatModel;

/** Agents that remember. */
final class Memory {
    private Memory() {}

    static void main(Marks marks, ChatModel openAi) throws IOException, InterruptedException {
        ChatMemory memory = MessageWindowChatMemory.builder().maxMessages(3).build();
        marks.run("remembers", () -> System.out.println(client(openAi, memory).call().content()));
        marks.run("streamRemembers", () -> System.out.println(client(openAi, memory).stream().content().blockLast()));
        marks.run("memory", () -> {
            memory.add("other", new UserMessage("one"));
            System.out.println(memory.get("other").size());
            memory.clear("other");
        });
    }

    private static ChatClient.ChatClientRequestSpec client(ChatModel model, ChatMemory memory) {
        return ChatClient.create(model).prompt("hi")
                .advisors(MessageChatMemoryAdvisor.builder(memory).build())
                .advisors(a -> a.param("chat_memory_conversation_id", "customer-7"));
    }
}

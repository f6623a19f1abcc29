package com.example.springai;

import com.example.langchain4j.Marks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.memory.ChatMemoryRepository;
import org.springframework.ai.chat.memory.InMemoryChatMemoryRepository;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.SystemMessage;
import org.springframework.ai.chat.messages.UserMessage;
import org.springframework.ai.document.Document;
import org.springframework.ai.vectorstore.SimpleVectorStore;
import org.springframework.ai.vectorstore.VectorStore;

/** What an application keeps in stores and repositories, without an agent. */
final class Stores {
    private Stores() {}

    static void main(Marks marks) throws IOException, InterruptedException {
        VectorStore store = SimpleVectorStore.builder(new Vectors()).build();
        marks.run("storeAdds", () -> store.add(List.of(
                new Document("k-1", "Snow is white.", Map.of("kind", "color")), new Document("k-2", "Coal is black.", Map.of()))));
        marks.run("storeAccepts", () -> store.accept(List.of(new Document("k-3", "Rust is red.", Map.of("kind", "color")))));
        marks.run("storeDeletes", () -> store.delete(List.of("k-2")));
        marks.run("storeDeletesSome", () -> store.delete("kind == 'color'"));
        ChatMemoryRepository repository = new InMemoryChatMemoryRepository();
        marks.run("repository", () -> {
            repository.saveAll("c-1", List.of(new UserMessage("one"), new AssistantMessage("two")));
            System.out.println(repository.findByConversationId("c-1").size());
            repository.deleteByConversationId("c-1");
        });
        MessageWindowChatMemory window = MessageWindowChatMemory.builder()
                .chatMemoryRepository(repository)
                .maxMessages(3)
                .build();
        marks.run("window", () -> {
            window.add("c-2", List.of(new SystemMessage("Be short."), new UserMessage("first"), new AssistantMessage("1st")));
            window.add("c-2", List.of(new UserMessage("second"), new AssistantMessage("2nd")));
            System.out.println(repository.findByConversationId("c-2").size());
        });
        List<Document> documents = List.of(new Document("a"), new Document("b"), new Document("c"));
        marks.run("batched", () -> System.out.println(new Vectors()
                .embed(documents, null, all -> List.of(all.subList(0, 2), all.subList(2, 3))).size()));
    }
}

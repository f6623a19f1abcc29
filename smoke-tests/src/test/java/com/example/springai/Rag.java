package com.example.springai;

import com.example.langchain4j.Marks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.advisor.RetrievalAugmentationAdvisor;
import org.springframework.ai.rag.retrieval.search.VectorStoreDocumentRetriever;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;
import org.springframework.ai.vectorstore.VectorStore;

/** Agents that look things up. */
final class Rag {
    private Rag() {}

    static void main(Marks marks, ChatModel openAi) throws IOException, InterruptedException {
        VectorStore store = SimpleVectorStore.builder(new Vectors()).build();
        marks.run("stored", () -> store.add(List.of(
                new Document("d-1", "The sky is blue.", Map.of("source", "sky.txt")),
                new Document("d-2", "Grass is green, most of the year.", Map.of()))));
        marks.run("searched", () -> System.out.println(
                store.similaritySearch(SearchRequest.builder().query("The sky is blue.").topK(1).build()).size()));
        marks.run("looksUp", () -> System.out.println(client(openAi, store).call().content()));
        marks.run("streamLooksUp", () -> System.out.println(client(openAi, store).stream().content().blockLast()));
    }

    private static ChatClient.ChatClientRequestSpec client(ChatModel model, VectorStore store) {
        return ChatClient.create(model).prompt("hi").advisors(RetrievalAugmentationAdvisor.builder()
                .documentRetriever(VectorStoreDocumentRetriever.builder().vectorStore(store).topK(2).build())
                .build());
    }
}

package com.example.springai;

import com.example.langchain4j.Marks;
import com.example.provider.Answer;
import com.example.provider.ChatRequest;
import com.example.provider.ScriptedProvider;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.client.advisor.vectorstore.QuestionAnswerAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.advisor.RetrievalAugmentationAdvisor;
import org.springframework.ai.rag.preretrieval.query.transformation.RewriteQueryTransformer;
import org.springframework.ai.rag.retrieval.search.VectorStoreDocumentRetriever;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;
import org.springframework.ai.vectorstore.VectorStore;

/** Agents that look things up in what was stored for them, and that remember a conversation while they use tools. */
final class Examples {
    private Examples() {}

    static void main(Marks marks, ScriptedProvider provider, ChatModel model) throws IOException, InterruptedException {
        VectorStore store = SimpleVectorStore.builder(new Vectors()).build();
        marks.run("ingest", () -> store.add(List.of(
                new Document("w-1", "Returns are free within thirty days.", Map.of("source", "returns.md")),
                new Document("w-2", "Parcels go out on weekdays.", Map.of("source", "parcels.md")))));
        Patterns.counted(marks, provider, "naiveRag", () -> System.out.println(ChatClient.builder(model).build()
                .prompt("How long may I return it?")
                .advisors(QuestionAnswerAdvisor.builder(store)
                        .searchRequest(SearchRequest.builder().topK(2).build())
                        .build())
                .call()
                .content()));
        Patterns.counted(marks, provider, "modularRag", () -> System.out.println(ChatClient.builder(model).build()
                .prompt("Eh, so, how long may I return it?")
                .advisors(RetrievalAugmentationAdvisor.builder()
                        .queryTransformers(RewriteQueryTransformer.builder()
                                .chatClientBuilder(ChatClient.builder(model))
                                .build())
                        .documentRetriever(VectorStoreDocumentRetriever.builder().vectorStore(store).topK(2).build())
                        .build())
                .call()
                .content()));
        ChatMemory memory = MessageWindowChatMemory.builder().maxMessages(20).build();
        ChatClient assistant = ChatClient.builder(model)
                .defaultSystem("You are a clerk.")
                .defaultToolCallbacks(Clients.tools())
                .defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build())
                .build();
        Patterns.counted(marks, provider, "firstTurn", () -> System.out.println(turn(assistant, "I have 1 + 2 coins, how many?")));
        Patterns.counted(marks, provider, "secondTurn", () -> System.out.println(turn(assistant, "And how many did I say?")));
    }

    private static String turn(ChatClient assistant, String words) {
        return assistant.prompt(words).advisors(a -> a.param("chat_memory_conversation_id", "customer-9")).call().content();
    }

    static Answer answer(ChatRequest request) {
        String asked = request.body().path("messages").toString();
        boolean found = asked.contains("thirty days");
        if (asked.contains("rewrite it")) {
            return Answer.text("return period");
        }
        if (asked.contains("may I return it")) {
            return Answer.text(found ? "Within thirty days." : "I can't say.");
        }
        if (asked.contains("did I say")) {
            return Answer.text(asked.contains("You have 3") ? "Three." : "I forgot.");
        }
        if (asked.contains("coins")) {
            return request.lastToolResult() == null
                    ? Answer.calls("I have to add.", new Answer.Call("add", "{\"a\":1,\"b\":2}"))
                    : Answer.text("You have " + request.lastToolResult() + ".");
        }
        return Answer.text("hello");
    }
}

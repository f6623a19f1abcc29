package com.example.langchain4j.examples;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Customers ask, the company's terms are searched, bookings are looked up and cancelled, and all that was said is remembered. */
final class Support {
    public interface Agent {
        @SystemMessage("You are Roger, who helps the customers of Miles of Smiles, and this is the year {{year}}.")
        Result<String> answer(@MemoryId String customer, @UserMessage String text, @dev.langchain4j.service.V("year") int year);
    }

    /** What a customer has booked. */
    public record Booking(String number, LocalDate from, LocalDate to) {}

    /** No such booking. */
    public static final class NotFound extends RuntimeException {
        NotFound(String number) {
            super("no booking " + number);
        }
    }

    /** The company's bookings. */
    public static final class Bookings {
        private final Map<String, Booking> all = new HashMap<>();

        Bookings() {
            all.put("MS-777", new Booking("MS-777", LocalDate.of(2030, 5, 1), LocalDate.of(2030, 5, 9)));
        }

        @Tool
        public Booking details(String number, String name) {
            if (!all.containsKey(number)) {
                throw new NotFound(number);
            }
            return all.get(number);
        }

        @Tool
        public void cancel(String number, String name) {
            System.out.println("cancelled " + all.remove(number).number());
        }
    }

    private final Examples examples;

    Support(Examples examples) {
        this.examples = examples;
    }

    void run() throws IOException, InterruptedException {
        Agent[] agent = new Agent[1];
        examples.marks().run("support-read", () -> agent[0] = agent());
        examples.marks().run("supportGreets", () -> ask(agent[0], "Hi, may I cancel a booking?"));
        examples.marks().run("supportMisses", () -> ask(agent[0], "My number is MS-776, I am John Doe."));
        examples.marks().run("supportFinds", () -> ask(agent[0], "Sorry, it is MS-777."));
        examples.marks().run("supportCancels", () -> ask(agent[0], "Yes, please cancel it."));
    }

    private Agent agent() {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        EmbeddingStoreIngestor.builder()
                .documentSplitter(DocumentSplitters.recursive(80, 0))
                .embeddingModel(examples.embeddings("support-read"))
                .embeddingStore(store)
                .build()
                .ingest(Document.from("A booking can be cancelled up to seven days before it begins. "
                        + "A booking of less than three days cannot be cancelled. A car is to be brought back with a full tank."));
        return AiServices.builder(Agent.class)
                .chatModel(examples.model("support"))
                .chatMemoryProvider(id -> MessageWindowChatMemory.builder().id(id).maxMessages(30).build())
                .contentRetriever(EmbeddingStoreContentRetriever.builder()
                        .embeddingStore(store)
                        .embeddingModel(examples.embeddings("support"))
                        .maxResults(1)
                        .build())
                .tools(new Bookings())
                .build();
    }

    private static void ask(Agent agent, String text) {
        Result<String> result = agent.answer("john", text, 2030);
        System.out.println(result.content() + " [" + result.toolExecutions().size() + " tools, "
                + result.tokenUsage().totalTokenCount() + " tokens]");
    }
}

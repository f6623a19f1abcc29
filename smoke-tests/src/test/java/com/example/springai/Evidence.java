package com.example.springai;

import com.example.langchain4j.Marks;
import com.example.provider.Answer;
import com.example.provider.ChatRequest;
import com.example.provider.Faults;
import com.example.provider.ScriptedProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.document.Document;
import org.springframework.ai.rag.Query;
import org.springframework.ai.rag.advisor.RetrievalAugmentationAdvisor;
import org.springframework.ai.rag.postretrieval.document.DocumentPostProcessor;
import org.springframework.ai.rag.retrieval.search.VectorStoreDocumentRetriever;
import org.springframework.ai.support.ToolCallbacks;
import org.springframework.ai.tool.annotation.Tool;
import org.springframework.ai.vectorstore.SearchRequest;
import org.springframework.ai.vectorstore.SimpleVectorStore;
import org.springframework.ai.vectorstore.VectorStore;
import org.springframework.ai.vectorstore.filter.Filter;
import org.springframework.ai.vectorstore.filter.FilterExpressionBuilder;

/** What tells why something happened: searches, their scores and orders, tools, what answers say of themselves, memories. */
public final class Evidence {
    /** Says how sure it is. */
    public static final class Classifier {
        @Tool(description = "Classifies a mail")
        public Map<String, String> classify(String mail) {
            return Map.of("score", "93%");
        }
    }

    /** Is told how sure the model is, and answers in an MCP server's way. */
    public static final class Judge {
        @Tool(description = "Notes a label")
        public String label(String label, double confidence) {
            return "noted";
        }

        @Tool(description = "Looks a mail up")
        public List<Map<String, String>> lookUp(String mail) {
            return List.of(Map.of("text", "{\"label\":\"spam\",\"confidence\":0.6}"));
        }
    }

    public record Verdict(String label, double confidence) {}

    private Evidence() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        VectorStore store = SimpleVectorStore.builder(new Vectors()).build();
        marks.run("filled", () -> store.add(List.of(
                new Document("d-1", "The sky is blue.", Map.of("source", "sky.txt", "kind", "fact", "year", 2024)),
                new Document("d-2", "Grass is green, most of the year.", Map.of("kind", "fact", "year", 2023)))));
        marks.run("filtered", () -> System.out.println(VectorStoreDocumentRetriever.builder()
                .vectorStore(store).topK(2).filterExpression(facts()).build().retrieve(new Query("The sky is blue.")).size()));
        marks.run("storeFiltered", () -> System.out.println(store.similaritySearch(SearchRequest.builder()
                .query("The sky is blue.").topK(1).filterExpression("kind == 'fact' && year >= 2020").build()).size()));
        try (ScriptedProvider provider = ScriptedProvider.start(Evidence::answer, Faults.NONE, 0)) {
            ChatModel openAi = OpenAi.model(provider);
            marks.run("reranked", () -> System.out.println(lookUp(openAi, store, new Ranked(1))));
            marks.run("rerankedInPoints", () -> System.out.println(lookUp(openAi, store, new Ranked(10))));
            marks.run("reordered", () -> System.out.println(lookUp(openAi, store, new Backwards())));
            marks.run("shortened", () -> System.out.println(lookUp(openAi, store, new Shorter())));
            marks.run("reasoned", () -> System.out.println(Clients.ask(openAi, "What is 1 + 2?")));
            marks.run("answer", () -> System.out.println(says("{\"answer\":{\"text\":\"42\",\"confidence\":0.85}}")));
            marks.run("fenced", () -> System.out.println(says("Well:\n```json\n{\"confidence_score\": \"85%\"}\n```")));
            marks.run("word", () -> System.out.println(says("{\"confidence\":\"high\"}")));
            marks.run("points", () -> System.out.println(says("{\"score\":7}")));
            marks.run("toolSays", () -> System.out.println(ChatClient.create(openAi).prompt("Is it spam?")
                    .toolCallbacks(ToolCallbacks.from(new Classifier())).call().content()));
            for (String piece : List.of("toolIsTold", "toolSaysInParts")) {
                marks.run(piece, () -> System.out.println(ChatClient.create(openAi).prompt(piece.equals("toolIsTold") ? "Label it" : "Look it up")
                        .toolCallbacks(ToolCallbacks.from(new Judge())).call().content()));
            }
            marks.run("agentSays", () -> System.out.println(
                    ChatClient.create(new Scripted(prompt -> "{\"label\":\"spam\",\"confidence\":0.7}")).prompt("buy").call().entity(Verdict.class)));
            marks.run("probabilities", () -> System.out.println(openAi.call(new Prompt("hi", OpenAi.probable())).getResult().getOutput().getText()));
            marks.run("probabilitiesOfAStatedOne", () -> System.out.println(
                    openAi.call(new Prompt("JSON please", OpenAi.probable())).getResult().getOutput().getText()));
            ChatMemory memory = MessageWindowChatMemory.builder().maxMessages(3).build();
            marks.run("turns", () -> {
                for (String question : List.of("first", "second", "third")) {
                    System.out.println(ChatClient.create(openAi).prompt(question)
                            .advisors(MessageChatMemoryAdvisor.builder(memory).build())
                            .advisors(a -> a.param("chat_memory_conversation_id", "talk"))
                            .call().content());
                }
            });
        }
        System.exit(0);
    }

    private static Answer answer(ChatRequest request) {
        String all = request.body().path("messages").toString();
        boolean done = request.lastToolResult() != null;
        for (String turn : List.of("third", "second", "first")) {
            if (request.says(turn)) {
                return Answer.text("you said " + turn);
            }
        }
        if (all.contains("1 + 2") && !done) {
            return Answer.calls("I need tools.", new Answer.Call("add", "{\"a\":1,\"b\":2}")).after("I can't add by myself.");
        }
        if (all.contains("spam") && !done) {
            return Answer.calls(null, new Answer.Call("classify", "{\"mail\":\"buy\"}"));
        }
        if (all.contains("Label it") && !done) {
            return Answer.calls(null, new Answer.Call("label", "{\"label\":\"spam\",\"confidence\":0.4}"));
        }
        if (all.contains("Look it up") && !done) {
            return Answer.calls(null, new Answer.Call("lookUp", "{\"mail\":\"buy\"}"));
        }
        return Answer.text(all.contains("JSON") ? "{\"confidence\":0.2}" : done ? "It is done." : "twelve letters, and more");
    }

    private static String says(String text) {
        return new Scripted(prompt -> text).call(Scripted.prompt("What is it?")).getResult().getOutput().getText();
    }

    private static Filter.Expression facts() {
        FilterExpressionBuilder b = new FilterExpressionBuilder();
        return b.and(b.eq("kind", "fact"), b.or(b.gte("year", 2020), b.in("source", "a", "b"))).build();
    }

    private static String lookUp(ChatModel model, VectorStore store, DocumentPostProcessor processor) {
        return ChatClient.create(model).prompt("The sky is blue.").advisors(RetrievalAugmentationAdvisor.builder()
                .documentRetriever(VectorStoreDocumentRetriever.builder().vectorStore(store).topK(2).build())
                .documentPostProcessors(processor)
                .build()).call().content();
    }

    /** Another order, and scores of its own. */
    private record Ranked(int most) implements DocumentPostProcessor {
        @Override
        public List<Document> process(Query query, List<Document> documents) {
            List<Document> all = new ArrayList<>();
            for (int i = documents.size() - 1; i >= 0; i--) {
                Document document = documents.get(i);
                all.add(document.mutate().score(most * (all.isEmpty() ? 0.9 : 0.1)).build());
            }
            return all;
        }
    }

    /** Another order. */
    private static final class Backwards implements DocumentPostProcessor {
        @Override
        public List<Document> process(Query query, List<Document> documents) {
            return List.of(documents.get(1), documents.get(0));
        }
    }

    /** Other texts. */
    private static final class Shorter implements DocumentPostProcessor {
        @Override
        public List<Document> process(Query query, List<Document> documents) {
            return List.of(documents.get(0).mutate().text("Blue.").build());
        }
    }
}

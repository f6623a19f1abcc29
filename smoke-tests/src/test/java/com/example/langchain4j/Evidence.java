package com.example.langchain4j;

import static com.example.langchain4j.Scripted.call;
import static com.example.langchain4j.Scripted.toolsThen;
import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ContentAggregator;
import dev.langchain4j.rag.content.aggregator.ReRankingContentAggregator;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.router.DefaultQueryRouter;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What tells why something happened: searches, their scores and orders, tools, what answers say of themselves, memories. */
public final class Evidence {
    /** Says how sure it is. */
    public static final class Classifier {
        @Tool("Classifies a mail")
        public String classify(String mail) {
            return "{\"label\":\"spam\",\"score\":\"93%\"}";
        }
    }

    /** Is told how sure the model is, and answers in an MCP server's way. */
    public static final class Judge {
        @Tool("Notes a label")
        public String label(String label, double confidence) {
            return "noted";
        }

        @Tool("Looks a mail up")
        public String lookUp(String mail) {
            return "[{\"type\":\"text\",\"text\":\"{\\\"label\\\":\\\"spam\\\",\\\"confidence\\\":0.6}\"}]";
        }
    }

    public record Verdict(String label, double confidence) {}

    public interface Verdicts {
        Verdict judge(String mail);
    }

    private static final ChatModel ECHO = new Scripted(request -> AiMessage.from("you said " + said(request)));
    private static final EmbeddingModel LETTERS = new Knowledge.Letters();

    private Evidence() {}

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        marks.run("filtered", () -> System.out.println(retriever(pets()).retrieve(Query.from("cat")).size()));
        marks.run("filteredByTheApplication", () -> System.out.println(retriever(new Everything()).retrieve(Query.from("cat")).size()));
        marks.run("storeFiltered", () -> System.out.println(animals().search(EmbeddingSearchRequest.builder()
                .queryEmbedding(Knowledge.vector("cat")).maxResults(1).filter(pets()).build()).matches().size()));
        marks.run("reranked", () -> System.out.println(augmented(augmentor()
                .contentRetriever(retriever(null)).contentAggregator(reranking(false)).build())));
        marks.run("rerankedOfSeveral", () -> System.out.println(augmented(augmentor()
                .queryRouter(new DefaultQueryRouter(retriever(null), retriever(null))).contentAggregator(reranking(false)).build())));
        marks.run("rerankedInPoints", () -> System.out.println(augmented(augmentor()
                .contentRetriever(retriever(null)).contentAggregator(reranking(true)).build())));
        marks.run("reordered", () -> System.out.println(augmented(augmentor()
                .contentRetriever(retriever(null)).contentAggregator(new Backwards()).build())));
        marks.run("reasoned", Evidence::reasoned);
        marks.run("answer", () -> System.out.println(says("{\"answer\":{\"text\":\"42\",\"confidence\":0.85}}")));
        marks.run("fenced", () -> System.out.println(says("Well:\n```json\n{\"confidence_score\": \"85%\"}\n```")));
        marks.run("word", () -> System.out.println(says("{\"confidence\":\"high\"}")));
        marks.run("points", () -> System.out.println(says("{\"score\":7}")));
        marks.run("toolSays", () -> System.out.println(AiServices.builder(Services.Assistant.class)
                .chatModel(new Scripted(toolsThen("Spam.", call("c1", "classify", "{\"mail\":\"buy\"}"))))
                .tools(new Classifier()).build().chat("Is it spam?")));
        marks.run("toolIsTold", () -> System.out.println(judged("label", "{\"arg0\":\"spam\",\"label\":\"spam\",\"arg1\":0.4,\"confidence\":0.4}")));
        marks.run("toolSaysInParts", () -> System.out.println(judged("lookUp", "{\"mail\":\"buy\"}")));
        marks.run("agentSays", () -> System.out.println(AiServices.builder(Verdicts.class)
                .chatModel(new Scripted(request -> AiMessage.from("{\"label\":\"spam\",\"confidence\":0.7}"))).build().judge("buy")));
        MessageWindowChatMemory memory = MessageWindowChatMemory.builder().id("talk").maxMessages(3).build();
        Services.Assistant remembering = AiServices.builder(Services.Assistant.class).chatModel(ECHO).chatMemory(memory).build();
        marks.run("turns", () -> {
            for (String question : List.of("first", "second", "third")) {
                System.out.println(remembering.chat(question));
            }
        });
        System.exit(0);
    }

    private static String said(ChatRequest request) {
        return ((UserMessage) request.messages().get(request.messages().size() - 1)).singleText();
    }

    private static String judged(String tool, String arguments) {
        return AiServices.builder(Services.Assistant.class)
                .chatModel(new Scripted(toolsThen("Spam.", call("c1", tool, arguments)))).tools(new Judge()).build().chat("Is it spam?");
    }

    private static String says(String text) {
        return new Scripted(request -> AiMessage.from(text)).chat("What is it?");
    }

    private static Filter pets() {
        return metadataKey("kind").isEqualTo("pet").and(metadataKey("legs").isGreaterThan(3));
    }

    /** A filter of the application's own. */
    private static final class Everything implements Filter {
        @Override
        public boolean test(Object metadata) {
            return true;
        }

        @Override
        public String toString() {
            throw new IllegalStateException("nobody is to ask");
        }
    }

    private static InMemoryEmbeddingStore<TextSegment> animals() {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        store.add("id-cat", Knowledge.vector("cat"), TextSegment.from("cat",
                Metadata.from(Map.of("file_name", "cats.txt", "kind", "pet", "legs", 4))));
        store.add("id-zebra", Knowledge.vector("zebra"), TextSegment.from("zebra", Metadata.from(Map.of("kind", "wild", "legs", 4))));
        return store;
    }

    private static ContentRetriever retriever(Filter filter) {
        return EmbeddingStoreContentRetriever.builder()
                .embeddingModel(LETTERS).embeddingStore(animals()).maxResults(2).filter(filter).build();
    }

    private static DefaultRetrievalAugmentor.DefaultRetrievalAugmentorBuilder augmentor() {
        return DefaultRetrievalAugmentor.builder();
    }

    private static String augmented(DefaultRetrievalAugmentor augmentor) {
        UserMessage message = UserMessage.from("cat");
        List<Content> found = augmentor.augment(new AugmentationRequest(
                message, dev.langchain4j.rag.query.Metadata.from(message, null, List.of()))).contents();
        return found.stream().map(content -> content.textSegment().text()).toList().toString();
    }

    private static ContentAggregator reranking(boolean points) {
        ScoringModel model = new ScoringModel() {
            @Override
            public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
                return Response.from(segments.stream()
                        .map(segment -> (segment.text().equals("zebra") ? 0.9 : 0.1) * (points ? 10 : 1)).toList());
            }
        };
        return ReRankingContentAggregator.builder().scoringModel(model).querySelector(found -> found.keySet().iterator().next()).build();
    }

    /** An order of the application's own. */
    private static final class Backwards implements ContentAggregator {
        @Override
        public List<Content> aggregate(Map<Query, Collection<List<Content>>> found) {
            List<Content> all = new ArrayList<>();
            found.values().forEach(lists -> lists.forEach(all::addAll));
            Collections.reverse(all);
            return all;
        }
    }

    private static AiMessage thoughtful(ChatRequest request) {
        boolean done = request.messages().get(request.messages().size() - 1) instanceof ToolExecutionResultMessage;
        if (done) {
            return AiMessage.from("It is 3.");
        }
        ToolExecutionRequest sum = call("c1", "add", "{\"a\":1,\"b\":2}");
        try {
            return AiMessage.builder()
                    .text("I need tools.").thinking("I can't add by myself.").toolExecutionRequests(List.of(sum)).build();
        } catch (NoSuchMethodError older) {
            return AiMessage.from("I need tools.", List.of(sum));
        }
    }

    private static void reasoned() {
        System.out.println(AiServices.builder(Services.Assistant.class)
                .chatModel(new Scripted(Evidence::thoughtful)).tools(new Toolbox()).build().chat("What is 1 + 2?"));
    }
}

package com.example.langchain4j;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.AugmentationRequest;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.aggregator.ReRankingContentAggregator;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.router.DefaultQueryRouter;
import dev.langchain4j.rag.query.transformer.CompressingQueryTransformer;
import dev.langchain4j.rag.query.transformer.ExpandingQueryTransformer;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.ArrayList;
import java.util.List;

/** Documents, vectors and searches as an application uses them. */
public final class Knowledge {
    private static final ChatModel HELLO = new Scripted(request -> AiMessage.from("hello"));

    private Knowledge() {}

    /** A model as they were before 1.19: texts alone. */
    static class Letters implements EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            List<Embedding> all = new ArrayList<>();
            for (TextSegment segment : segments) {
                all.add(vector(segment.text()));
            }
            return Response.from(all, new TokenUsage(7 * segments.size()));
        }

        public String modelName() {
            return "letters-1";
        }
    }

    static Embedding vector(String text) {
        float[] vector = new float[4];
        for (char c : text.toLowerCase().toCharArray()) {
            vector[c % 4]++;
        }
        return Embedding.from(vector);
    }

    private static final EmbeddingModel LETTERS = new Letters();

    /** What a model is asked since 1.19, which is newer than what this is compiled against. */
    private static Object ask(EmbeddingModel model) throws Exception {
        Class<?> type;
        try {
            type = Class.forName("dev.langchain4j.model.embedding.request.EmbeddingRequest");
        } catch (ClassNotFoundException e) {
            throw new NoSuchMethodError(e.getMessage());
        }
        Object builder = type.getMethod("builder").invoke(null);
        builder.getClass().getMethod("input", String.class).invoke(builder, "by request");
        Object request = builder.getClass().getMethod("build").invoke(builder);
        Object response = EmbeddingModel.class.getMethod("embed", type).invoke(model, request);
        return response.getClass().getMethod("embeddings").invoke(response);
    }

    public static void main(String[] args) throws Exception {
        Marks marks = new Marks(args[0]);
        marks.run("embed", () -> System.out.println(LETTERS.embed("hi").content().dimension()));
        marks.run("embedSegment", () -> System.out.println(LETTERS.embed(TextSegment.from("hi")).content().dimension()));
        marks.run("embedAll", () -> System.out.println(
                LETTERS.embedAll(List.of(TextSegment.from("one"), TextSegment.from("two"))).content().size()));
        marks.run("embedRequest", () -> System.out.println(ask(LETTERS)));
        marks.run("embedError", () -> failing().embed("hi"));
        marks.run("ingest", () -> System.out.println(filled().search(request(1)).matches().size()));
        marks.run("search", () -> System.out.println(filled().search(request(2)).matches().get(0).embedded().text()));
        marks.run("store", Knowledge::store);
        marks.run("retriever", () -> System.out.println(retriever().retrieve(Query.from("cat")).get(0).textSegment().text()));
        marks.run("agent", () -> System.out.println(AiServices.builder(Services.Assistant.class)
                .chatModel(HELLO).contentRetriever(retriever()).build().chat("cat")));
        marks.run("lambda", () -> System.out.println(AiServices.builder(Services.Assistant.class)
                .chatModel(HELLO).contentRetriever(query -> List.of(Content.from("by lambda"))).build().chat("cat")));
        marks.run("lambdaSearches", Knowledge::lambdaSearches);
        marks.run("decorated", () -> System.out.println(new Wrapped(retriever()).retrieve(Query.from("cat")).size()));
        marks.run("several", Knowledge::several);
        marks.run("compressed", Knowledge::compressed);
        marks.run("expanded", Knowledge::expanded);
        marks.run("reranked", Knowledge::reranked);
        marks.run("chatThatEmbeds", () -> System.out.println(new Scripted(request ->
                AiMessage.from("" + LETTERS.embed("hi").content().dimension())).chat("hi")));
        marks.run("scoreThatChats", () -> System.out.println(judge().score("a text", "a question").content()));
        marks.run("own", () -> System.out.println(AiServices.builder(Services.Assistant.class)
                .chatModel(HELLO).retrievalAugmentor(new Own(augmentor(retriever()))).build().chat("cat")));
        marks.run("error", Knowledge::error);
        System.exit(0);
    }

    private static EmbeddingModel failing() {
        return segments -> {
            throw new IllegalArgumentException("no such model");
        };
    }

    private static EmbeddingSearchRequest request(int max) {
        return EmbeddingSearchRequest.builder().queryEmbedding(vector("cat")).maxResults(max).build();
    }

    private static EmbeddingStore<TextSegment> filled() {
        EmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        EmbeddingStoreIngestor.builder().embeddingModel(LETTERS).embeddingStore(store).build().ingest(List.of(
                Document.from("cat", Metadata.from("file_name", "cats.txt")),
                Document.from("zebra", Metadata.from("url", "http://zebras.example/")),
                Document.from("xylophone")));
        return store;
    }

    private static void store() {
        EmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        store.add("id-1", vector("a"));
        store.add(vector("b"), TextSegment.from("b"));
        store.addAll(List.of(vector("c"), vector("d")), List.of(TextSegment.from("c"), TextSegment.from("d")));
        store.removeAll(List.of("id-1"));
        System.out.println(store.search(request(9)).matches().size());
    }

    private static final EmbeddingStore<TextSegment> ANIMALS = animals();

    private static EmbeddingStore<TextSegment> animals() {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        store.add("id-cat", vector("cat"), TextSegment.from("cat", Metadata.from("file_name", "cats.txt")));
        store.add("id-zebra", vector("zebra"), TextSegment.from("zebra"));
        return store;
    }

    private static ContentRetriever retriever() {
        return EmbeddingStoreContentRetriever.builder()
                .displayName("animals")
                .embeddingModel(LETTERS)
                .embeddingStore(ANIMALS)
                .maxResults(2)
                .build();
    }

    private static DefaultRetrievalAugmentor augmentor(ContentRetriever retriever) {
        return DefaultRetrievalAugmentor.builder().contentRetriever(retriever).build();
    }

    private static String augmented(RetrievalAugmentor augmentor, String text) {
        UserMessage message = UserMessage.from(text);
        return augmentor.augment(new AugmentationRequest(
                        message, dev.langchain4j.rag.query.Metadata.from(message, null, List.of(UserMessage.from("before")))))
                .contents().size() + " found";
    }

    private static void lambdaSearches() {
        ContentRetriever lambda = query -> {
            List<Content> found = new ArrayList<>();
            ANIMALS.search(EmbeddingSearchRequest.builder()
                            .queryEmbedding(LETTERS.embed(query.text()).content()).maxResults(5).build())
                    .matches().forEach(match -> found.add(Content.from(match.embedded())));
            return found;
        };
        System.out.println(augmented(augmentor(lambda), "cat"));
    }

    private static void several() {
        System.out.println(augmented(DefaultRetrievalAugmentor.builder()
                .queryRouter(new DefaultQueryRouter(new Wrapped(retriever()), retriever())).build(), "cat"));
    }

    private static void compressed() {
        System.out.println(augmented(DefaultRetrievalAugmentor.builder()
                .queryTransformer(new CompressingQueryTransformer(new Scripted(request -> AiMessage.from("zebra"))))
                .contentRetriever(retriever()).build(), "the striped one"));
    }

    private static void expanded() {
        System.out.println(augmented(DefaultRetrievalAugmentor.builder()
                .queryTransformer(new ExpandingQueryTransformer(new Scripted(request -> AiMessage.from("cat\nzebra"))))
                .contentRetriever(retriever()).build(), "animals"));
    }

    private static void reranked() {
        ScoringModel scores = (segments, query) ->
                Response.from(segments.stream().map(segment -> segment.text().equals("zebra") ? 0.9 : 0.1).toList());
        ScoringModel seen = new ScoringModel() {
            @Override
            public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
                return scores.scoreAll(segments, query);
            }
        };
        System.out.println(augmented(DefaultRetrievalAugmentor.builder()
                .contentRetriever(retriever())
                .contentAggregator(ReRankingContentAggregator.builder().scoringModel(seen).build())
                .build(), "cat"));
    }

    /** A model of the one kind, made of a model of the other. */
    private static ScoringModel judge() {
        return new ScoringModel() {
            @Override
            public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
                return Response.from(List.of(HELLO.chat(query).length() / 10.0));
            }
        };
    }

    private static void error() {
        IllegalStateException mine = new IllegalStateException("no index");
        try {
            AiServices.builder(Services.Assistant.class).chatModel(HELLO).contentRetriever(new ContentRetriever() {
                @Override
                public List<Content> retrieve(Query query) {
                    throw mine;
                }
            }).build().chat("cat");
        } catch (RuntimeException e) {
            System.out.println("the same: " + (e == mine));
        }
    }

    /** Decorates. */
    private static final class Wrapped implements ContentRetriever {
        private final ContentRetriever inner;

        private Wrapped(ContentRetriever inner) {
            this.inner = inner;
        }

        @Override
        public List<Content> retrieve(Query query) {
            return inner.retrieve(query);
        }
    }

    /** An augmentor of the application's own. */
    private static final class Own implements RetrievalAugmentor {
        private final RetrievalAugmentor inner;

        private Own(RetrievalAugmentor inner) {
            this.inner = inner;
        }

        @Override
        public dev.langchain4j.rag.AugmentationResult augment(AugmentationRequest request) {
            return inner.augment(request);
        }
    }
}

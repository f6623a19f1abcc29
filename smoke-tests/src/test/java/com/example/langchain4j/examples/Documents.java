package com.example.langchain4j.examples;

import static dev.langchain4j.store.embedding.filter.MetadataFilterBuilder.metadataKey;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.document.splitter.DocumentSplitters;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.langchain4j.rag.DefaultRetrievalAugmentor;
import dev.langchain4j.rag.RetrievalAugmentor;
import dev.langchain4j.rag.content.aggregator.ReRankingContentAggregator;
import dev.langchain4j.rag.content.injector.DefaultContentInjector;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.rag.query.router.DefaultQueryRouter;
import dev.langchain4j.rag.query.router.LanguageModelQueryRouter;
import dev.langchain4j.rag.query.router.QueryRouter;
import dev.langchain4j.rag.query.transformer.CompressingQueryTransformer;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches before the model is asked: naive; compressed, routed, ranked again, filtered, skipped, of several, with sources. */
final class Documents {
    public interface Assistant {
        String answer(String question);
    }

    public interface Sourced {
        Result<String> answer(String question);
    }

    public interface Personal {
        String answer(@MemoryId String user, @UserMessage String question);
    }

    private static final List<String> LIVES = List.of(
            "John Doe was born in Oslo, a town by the sea.",
            "John Doe keeps two horses and a cat.",
            "John Doe wrote a book on knots.");
    private static final List<String> TERMS = List.of(
            "A booking can be cancelled up to seven days before it begins.",
            "A car is to be brought back with a full tank.");

    private final Examples examples;

    Documents(Examples examples) {
        this.examples = examples;
    }

    void run() throws IOException, InterruptedException {
        ContentRetriever[] naive = new ContentRetriever[1];
        examples.marks().run("ingest", () -> naive[0] = retriever("ingest", "naive", LIVES));
        examples.marks().run("naive", () -> System.out.println(AiServices.builder(Assistant.class)
                .chatModel(examples.model("naive"))
                .contentRetriever(naive[0])
                .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
                .build()
                .answer("Where was he born?")));
        compression();
        routing();
        reranking();
        filtering();
        skipping();
        several();
        sources();
    }

    /** What is searched with another model than it was read with, so that each can be told. */
    private ContentRetriever retriever(String readBy, String searchedBy, List<String> texts) {
        return EmbeddingStoreContentRetriever.builder()
                .embeddingStore(read(readBy, texts))
                .embeddingModel(examples.embeddings(searchedBy))
                .maxResults(2)
                .build();
    }

    private InMemoryEmbeddingStore<TextSegment> read(String piece, List<String> texts) {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        EmbeddingStoreIngestor.builder()
                .documentSplitter(DocumentSplitters.recursive(100, 0))
                .embeddingModel(examples.embeddings(piece))
                .embeddingStore(store)
                .build()
                .ingest(texts.stream().map(Document::from).toList());
        return store;
    }

    private ContentRetriever prepared(String piece, List<String> texts) {
        return retriever(piece + "-read", piece, texts);
    }

    private Assistant assistant(String piece, RetrievalAugmentor augmentor) {
        return AiServices.builder(Assistant.class)
                .chatModel(examples.model(piece))
                .retrievalAugmentor(augmentor)
                .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
                .build();
    }

    private void compression() throws IOException, InterruptedException {
        Assistant[] assistant = new Assistant[1];
        examples.marks().run("compression-read", () -> assistant[0] = assistant("compression", DefaultRetrievalAugmentor.builder()
                .queryTransformer(new CompressingQueryTransformer(examples.model("compression")))
                .contentRetriever(prepared("compression", LIVES))
                .build()));
        examples.marks().run("compressionFirst", () -> System.out.println(assistant[0].answer("Who is John Doe?")));
        examples.marks().run("compressionThen", () -> System.out.println(assistant[0].answer("And where was he born?")));
    }

    private void routing() throws IOException, InterruptedException {
        Assistant[] assistant = new Assistant[1];
        examples.marks().run("routing-read", () -> {
            Map<ContentRetriever, String> of = new LinkedHashMap<>();
            of.put(prepared("routing", LIVES), "the life of John Doe");
            of.put(prepared("routing", TERMS), "the terms of use");
            assistant[0] = assistant("routing", DefaultRetrievalAugmentor.builder()
                    .queryRouter(new LanguageModelQueryRouter(examples.model("routing"), of))
                    .build());
        });
        examples.marks().run("routing", () -> System.out.println(assistant[0].answer("Can I cancel my booking?")));
    }

    private void reranking() throws IOException, InterruptedException {
        Assistant[] assistant = new Assistant[1];
        examples.marks().run("reranking-read", () -> assistant[0] = assistant("reranking", DefaultRetrievalAugmentor.builder()
                .contentRetriever(prepared("reranking", LIVES))
                .contentAggregator(ReRankingContentAggregator.builder().scoringModel(new Words()).minScore(0.1).build())
                .build()));
        examples.marks().run("reranking", () -> System.out.println(assistant[0].answer("Does he keep horses?")));
    }

    private void filtering() throws IOException, InterruptedException {
        Personal[] assistant = new Personal[1];
        examples.marks().run("filtering-read", () -> {
            EmbeddingModel model = examples.embeddings("filtering-read");
            InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
            for (String user : List.of("green", "red")) {
                TextSegment likes = TextSegment.from("My favourite colour is " + user, Metadata.from("user", user));
                store.add(model.embed(likes).content(), likes);
            }
            assistant[0] = AiServices.builder(Personal.class)
                    .chatModel(examples.model("filtering"))
                    .contentRetriever(EmbeddingStoreContentRetriever.builder()
                            .embeddingStore(store)
                            .embeddingModel(examples.embeddings("filtering"))
                            .dynamicFilter(query -> metadataKey("user").isEqualTo(query.metadata().chatMemoryId().toString()))
                            .build())
                    .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(10))
                    .build();
        });
        examples.marks().run("filtering", () -> System.out.println(assistant[0].answer("green", "Which colour for a coat?")));
    }

    private void skipping() throws IOException, InterruptedException {
        Assistant[] assistant = new Assistant[1];
        examples.marks().run("skipping-read", () -> {
            ContentRetriever lives = prepared("skipping", LIVES);
            ChatModel model = examples.model("skipping");
            assistant[0] = assistant("skipping", DefaultRetrievalAugmentor.builder().queryRouter(new QueryRouter() {
                @Override
                public Collection<ContentRetriever> route(Query query) {
                    String answer = model.chat("Is this about John Doe: " + query.text());
                    return answer.contains("no") ? List.of() : List.of(lives);
                }
            }).build());
        });
        examples.marks().run("skipping", () -> System.out.println(assistant[0].answer("Hi there")));
    }

    private void several() throws IOException, InterruptedException {
        Assistant[] assistant = new Assistant[1];
        examples.marks().run("several-read", () -> assistant[0] = assistant("several", DefaultRetrievalAugmentor.builder()
                .queryRouter(new DefaultQueryRouter(prepared("several", LIVES), prepared("several", TERMS)))
                .build()));
        examples.marks().run("several", () -> System.out.println(assistant[0].answer("Does he bring the car back?")));
    }

    private void sources() throws IOException, InterruptedException {
        Sourced[] assistant = new Sourced[1];
        examples.marks().run("sources-read", () -> assistant[0] = AiServices.builder(Sourced.class)
                .chatModel(examples.model("sources"))
                .retrievalAugmentor(DefaultRetrievalAugmentor.builder()
                        .contentRetriever(prepared("sources", TERMS))
                        .contentInjector(DefaultContentInjector.builder().metadataKeysToInclude(List.of("index")).build())
                        .build())
                .build());
        examples.marks().run("sources", () -> {
            Result<String> result = assistant[0].answer("What about the tank?");
            System.out.println(result.content() + " of " + result.sources().size());
        });
    }

    /** Scores by the words that both have. */
    private static final class Words implements ScoringModel {
        @Override
        public Response<List<Double>> scoreAll(List<TextSegment> segments, String query) {
            return Response.from(segments.stream().map(segment -> common(segment.text(), query)).toList());
        }

        private static double common(String text, String query) {
            List<String> words = List.of(query.replace("?", "").split(" "));
            return words.stream().filter(text::contains).count() / (double) words.size();
        }
    }
}

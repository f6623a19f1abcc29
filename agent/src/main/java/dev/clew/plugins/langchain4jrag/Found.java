package dev.clew.plugins.langchain4jrag;

import dev.clew.trace.Retrieval.Document;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.rag.content.Content;
import dev.langchain4j.rag.content.ContentMetadata;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What searches have found, in Clew's words. Read on the recorder's thread, from a copy of the list. */
final class Found {
    /** Where a segment says where it is from, the best first. */
    private static final String[] SOURCES = {"url", "source", "file_name"};

    record Contents(List<Content> contents) implements Supplier<List<Document>> {
        @Override
        public List<Document> get() {
            List<Document> documents = new ArrayList<>(contents.size());
            for (Content content : contents) {
                documents.add(document(content));
            }
            return documents;
        }
    }

    record Matches(List<? extends EmbeddingMatch<?>> matches) implements Supplier<List<Document>> {
        @Override
        public List<Document> get() {
            List<Document> documents = new ArrayList<>(matches.size());
            for (EmbeddingMatch<?> match : matches) {
                TextSegment segment = match.embedded() instanceof TextSegment text ? text : null;
                documents.add(document(match.embeddingId(), match.score(), segment));
            }
            return documents;
        }
    }

    private Found() {}

    static Supplier<List<Document>> contents(List<Content> contents) {
        return contents == null ? null : new Contents(new ArrayList<>(contents));
    }

    private static Document document(Content content) {
        Map<ContentMetadata, Object> facts = content.metadata();
        Object score = facts.get(ContentMetadata.RERANKED_SCORE);
        score = score == null ? facts.get(ContentMetadata.SCORE) : score;
        return document(
                facts.get(ContentMetadata.EMBEDDING_ID) instanceof String id ? id : null,
                score instanceof Number number ? Double.valueOf(number.doubleValue()) : null,
                content.textSegment());
    }

    static Document document(String id, Double score, TextSegment segment) {
        return new Document(id, score, source(segment), segment == null ? null : segment.text());
    }

    private static String source(TextSegment segment) {
        Map<String, Object> facts = segment == null || segment.metadata() == null ? Map.of() : segment.metadata().toMap();
        for (String name : SOURCES) {
            if (facts.get(name) instanceof String source) {
                return source;
            }
        }
        return null;
    }
}

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

    /** @param before null where they are as they were found */
    record Contents(List<Content> contents, Before before) implements Supplier<List<Document>> {
        @Override
        public List<Document> get() {
            List<Document> documents = new ArrayList<>(contents.size());
            for (Content content : contents) {
                documents.add(before == null ? document(content) : document(content, before));
            }
            return documents;
        }

        /** Whether a model gave each its score. */
        boolean areScoredAgain() {
            for (Content content : contents) {
                if (content.metadata().get(ContentMetadata.RERANKED_SCORE) == null) {
                    return false;
                }
            }
            return !contents.isEmpty();
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

    /** @param before null where they are as they were found */
    static Contents contents(List<Content> contents, Before before) {
        return contents == null ? null : new Contents(new ArrayList<>(contents), before);
    }

    private static Document document(Content content) {
        return document(id(content), score(content), content.textSegment());
    }

    private static Document document(Content content, Before before) {
        TextSegment segment = content.textSegment();
        Content was = before.content(segment);
        Double score = score(content);
        Double scoreBefore = was == null || score == null ? null : score(was);
        return new Document(
                was == null || id(content) != null ? id(content) : id(was),
                score == null && was != null ? score(was) : score,
                source(segment),
                segment == null ? null : segment.text(),
                before.rank(segment),
                scoreBefore == null || scoreBefore.equals(score) ? null : scoreBefore);
    }

    private static String id(Content content) {
        return content.metadata().get(ContentMetadata.EMBEDDING_ID) instanceof String id ? id : null;
    }

    private static Double score(Content content) {
        Object score = content.metadata().get(ContentMetadata.RERANKED_SCORE);
        score = score == null ? content.metadata().get(ContentMetadata.SCORE) : score;
        return score instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    /** One that was given a score, for a text that may have been found before. */
    static Document scored(TextSegment segment, Double score, int rankBefore, Before before) {
        Content was = before == null ? null : before.content(segment);
        return new Document(
                was == null ? null : id(was), score, source(segment), segment.text(), rankBefore, was == null ? null : score(was));
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

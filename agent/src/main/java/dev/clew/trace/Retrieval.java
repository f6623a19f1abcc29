package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.util.List;
import java.util.function.Supplier;

/** A search for documents: the span {@code retrieval <source>}. */
public final class Retrieval extends Operation {
    /**
     * A document that was found.
     *
     * @param id null where the store gives none
     * @param score null where the store gives none
     * @param source where it came from, null if not known
     * @param text may be null
     * @param rankBefore 1 for the best, before these documents were put in another order; null where nobody did, or none is known
     * @param scoreBefore what another one scored it before, null for nobody
     */
    public record Document(String id, Double score, String source, String text, Integer rankBefore, Double scoreBefore) {
        /** One that nobody has ranked again. */
        public Document(String id, Double score, String source, String text) {
            this(id, score, source, text, null, null);
        }
    }

    /** What scores of documents are, where that is known. */
    public enum Scores {
        /** How near a document is to the question. */
        SIMILARITY,
        /** What a second look gave it. */
        RERANK
    }

    private volatile String query;
    private volatile Supplier<String> filter;
    private volatile Scores scores;
    private volatile Long topK;
    private volatile Supplier<List<Document>> found;

    private Retrieval(String source, Operation parent) {
        super(source == null ? "retrieval" : "retrieval " + source, SpanKind.CLIENT, known(source), parent);
    }

    private static Attributes known(String source) {
        var known = Attributes.builder().put(Semconv.OPERATION, "retrieval");
        if (source != null) {
            known.put(Semconv.DATA_SOURCE, source);
        }
        return known.build();
    }

    /**
     * Starts a search below the current operation and makes it current.
     *
     * @param source id of the data source, or null
     */
    public static Retrieval start(String source) {
        Retrieval retrieval = new Retrieval(source, current());
        retrieval.enter();
        return retrieval;
    }

    public void query(String text) {
        query = text;
    }

    /**
     * Whether what asks this on this thread is that search itself, seen by another layer: it began on this thread, is open, and
     * is for the same text.
     */
    public boolean covers(String text) {
        return isOpen() && thread() == Thread.currentThread() && java.util.Objects.equals(query, text);
    }

    public void topK(long count) {
        topK = count;
    }

    /** What documents had to meet besides, in the library's words; asked for on the recorder's thread. */
    public void filter(Supplier<String> text) {
        filter = text;
    }

    /** Says what the scores are; the last word counts. */
    public void scores(Scores kind) {
        scores = kind;
    }

    public void found(Supplier<List<Document>> documents) {
        found = documents;
    }

    @Override
    void renderStart(SpanWriter out) {
        out.input(Semconv.RETRIEVAL_QUERY, query);
        out.input(Semconv.RETRIEVAL_FILTER, TraceCore.ask(filter));
        out.fact(Semconv.RETRIEVAL_TOP_K, topK);
    }

    @Override
    void renderEnd(SpanWriter out) {
        List<Document> documents = TraceCore.ask(found);
        out.documents(documents);
        if (scores != null) {
            Certainty.ofDocuments(documents, scores, out);
        }
        renderOutcome();
    }

    @Override
    void release() {
        found = null;
        filter = null;
    }
}

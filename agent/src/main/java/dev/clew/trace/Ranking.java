package dev.clew.trace;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What becomes of documents between the search and the model: the span {@code rerank <name>} where they come out in another order, with
 * other scores, or some of them; {@code transform_documents <name>} where their texts are others. The conventions have neither.
 */
public final class Ranking extends Operation {
    private static final String RANKS = "rerank";
    private static final String CHANGES = "transform_documents";

    private final String name;
    private volatile String query;
    private volatile Supplier<List<Retrieval.Document>> given;
    private volatile Supplier<List<Retrieval.Document>> ranked;

    private Ranking(String name, Operation parent) {
        super(RANKS + ' ' + name, SpanKind.INTERNAL, Attributes.of(Semconv.OPERATION, RANKS), parent);
        this.name = name;
    }

    /**
     * Starts it below the current operation and makes it current.
     *
     * @param name of what does it
     */
    public static Ranking start(String name) {
        Ranking ranking = new Ranking(name, current());
        ranking.enter();
        return ranking;
    }

    public void query(String text) {
        query = text;
    }

    /** The documents as they were found, the best first; asked for on the recorder's thread. */
    public void given(Supplier<List<Retrieval.Document>> documents) {
        given = documents;
    }

    /** What became of them, the best first. */
    public void ranked(Supplier<List<Retrieval.Document>> documents) {
        ranked = documents;
    }

    @Override
    boolean passesOn() {
        return true;
    }

    @Override
    void renderStart(SpanWriter out) {
        out.input(Semconv.RETRIEVAL_QUERY, query);
    }

    @Override
    void renderEnd(SpanWriter out) {
        List<Retrieval.Document> before = TraceCore.ask(given);
        List<Retrieval.Document> after = TraceCore.ask(ranked);
        if (after != null) {
            boolean known = before != null;
            List<Retrieval.Document> documents = known ? compared(byId(before), before, after) : after;
            out.documents(documents);
            if (known && areOthers(byId(before), before, after)) {
                span.updateName(CHANGES + ' ' + name);
                out.fact(Semconv.OPERATION, CHANGES);
            } else if (scoredAgain(documents)) {
                Certainty.ofDocuments(documents, Retrieval.Scores.RERANK, out);
            }
        }
        renderOutcome();
    }

    private static Map<String, Integer> byId(List<Retrieval.Document> documents) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            places.putIfAbsent(documents.get(i).id(), i);
        }
        return places;
    }

    private static List<Retrieval.Document> compared(
            Map<String, Integer> places, List<Retrieval.Document> before, List<Retrieval.Document> after) {
        List<Retrieval.Document> all = new ArrayList<>(after.size());
        for (Retrieval.Document now : after) {
            Integer place = places.get(now.id());
            Double score = place == null ? null : before.get(place).score();
            all.add(new Retrieval.Document(
                    now.id(), now.score(), now.source(), now.text(),
                    place == null ? null : place + 1,
                    Objects.equals(score, now.score()) ? null : score));
        }
        return all;
    }

    private static boolean areOthers(Map<String, Integer> places, List<Retrieval.Document> before, List<Retrieval.Document> after) {
        for (Retrieval.Document now : after) {
            Integer place = places.get(now.id());
            if (place == null || !Objects.equals(before.get(place).text(), now.text())) {
                return true;
            }
        }
        return false;
    }

    private static boolean scoredAgain(List<Retrieval.Document> documents) {
        for (Retrieval.Document document : documents) {
            if (document.scoreBefore() == null) {
                return false;
            }
        }
        return !documents.isEmpty();
    }

    @Override
    void release() {
        given = null;
        ranked = null;
    }
}

package dev.clew.trace;

import dev.clew.capture.Content;
import dev.clew.capture.JsonText;
import java.util.List;

/** Documents as JSON. */
final class Documents {
    private Documents() {}

    /** With id and score, as the conventions want them. */
    static String inShort(List<Retrieval.Document> documents, int limit) {
        return json(documents, false, limit);
    }

    /** Also with where they are from, and where each stood before they were ranked again. */
    static String inFull(List<Retrieval.Document> documents, int limit) {
        return json(documents, true, limit);
    }

    private static String json(List<Retrieval.Document> documents, boolean inFull, int limit) {
        Content out = new Content(limit);
        JsonText json = out.json();
        json.startArray();
        for (int i = 0; i < documents.size(); i++) {
            Retrieval.Document document = documents.get(i);
            json.startObject();
            out.text("id", document.id());
            number(json, "score", document.score());
            if (inFull) {
                if (document.rankBefore() != null) {
                    json.name("rank");
                    json.whole(i + 1);
                    json.name("rank_before");
                    json.whole(document.rankBefore());
                }
                number(json, "score_before", document.scoreBefore());
                out.text("source", document.source());
                out.text("snippet", document.text());
            }
            json.endObject();
        }
        json.endArray();
        return out.finish();
    }

    private static void number(JsonText json, String name, Double value) {
        if (value != null) {
            json.name(name);
            json.number(value);
        }
    }
}

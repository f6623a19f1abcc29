package dev.clew.wire.rerank;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Retrieval;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Received;
import dev.clew.wire.shape.Failure;
import dev.clew.wire.shape.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads which documents came first: in an object, or as a bare list. */
final class RerankAnswer {
    private final ModelResponse response = new ModelResponse();
    private final Usage usage = new Usage();
    private final Failure failure = new Failure();

    private RerankAnswer() {}

    static ModelResponse of(Received received) {
        RerankAnswer answer = new RerankAnswer();
        try (JsonParser p = Json.parser(received.body.bytes, received.body.length)) {
            JsonToken first = p.nextToken();
            if (first == JsonToken.START_ARRAY) {
                answer.results(p);
            } else if (first == JsonToken.START_OBJECT) {
                answer.fields(p);
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        return answer.finish(received);
    }

    private void fields(JsonParser p) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "id", "request_id" -> response.id = Json.text(p);
                case "model" -> response.model = Json.text(p);
                case "results", "data" -> results(p);
                case "usage" -> usage.read(p);
                case "meta" -> meta(p);
                // DashScope's
                case "output" -> {
                    if (Json.isObject(p)) {
                        fields(p);
                    } else {
                        p.skipChildren();
                    }
                }
                default -> {
                    if (!failure.field(name, p)) {
                        p.skipChildren();
                    }
                }
            }
        }
    }

    /** Cohere's. */
    private void meta(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "tokens" -> usage.read(p);
                case "billed_units" -> billed(p);
                default -> p.skipChildren();
            }
        }
    }

    private void billed(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "input_tokens" -> response.billedInputTokens = Json.number(p);
                case "output_tokens" -> response.billedOutputTokens = Json.number(p);
                case "search_units" -> response.searchUnits = Json.number(p);
                default -> p.skipChildren();
            }
        }
    }

    private void results(JsonParser p) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        List<Retrieval.Document> documents = new ArrayList<>();
        response.documents = documents;
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (Json.isObject(p)) {
                documents.add(result(p));
            } else {
                p.skipChildren();
            }
        }
    }

    private static Retrieval.Document result(JsonParser p) throws IOException {
        String id = null;
        String index = null;
        Double score = null;
        String text = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "index" -> index = Json.scalar(p);
                case "id" -> id = Json.scalar(p);
                case "relevance_score", "score" -> score = Json.real(p);
                case "document", "text" -> text = Json.isObject(p) ? Json.textAt(p, "text") : Json.text(p);
                default -> p.skipChildren();
            }
        }
        return new Retrieval.Document(id != null ? id : index, score, null, text, rank(index), null);
    }

    /** As documents are counted, from one. */
    private static Integer rank(String index) {
        try {
            return index == null ? null : Integer.parseInt(index) + 1;
        } catch (NumberFormatException noIndex) {
            return null;
        }
    }

    private ModelResponse finish(Received received) {
        Long units = response.searchUnits;
        usage.allIsInput();
        usage.into(response);
        response.searchUnits = units != null ? units : response.searchUnits;
        failure.into(response, received);
        return response;
    }
}

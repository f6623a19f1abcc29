package dev.clew.plugins.langchain4jrag;

import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Layer;
import dev.clew.hook.Returned;
import dev.clew.hook.This;
import dev.clew.hook.Threw;
import dev.clew.trace.LlmCall;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Retrieval.Document;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Documents are put in order for a question. */
@Hook(
        type = "dev.langchain4j.model.scoring.ScoringModel",
        subtypes = true,
        method = {"score", "scoreAll"},
        params = {"*", "java.lang.String"},
        owns = Layer.MODEL)
final class RerankHook {
    private record Asked(String query) implements Supplier<ModelRequest> {
        @Override
        public ModelRequest get() {
            ModelRequest request = new ModelRequest();
            request.query = query;
            return request;
        }
    }

    /** Best first. */
    private record Scored(List<?> texts, List<?> scores, TokenUsage usage, Before before) implements Supplier<ModelResponse> {
        @Override
        public ModelResponse get() {
            List<Document> documents = new ArrayList<>(texts.size());
            for (int i = 0; i < texts.size() && i < scores.size(); i++) {
                Double score = scores.get(i) instanceof Double known ? known : null;
                documents.add(texts.get(i) instanceof TextSegment segment
                        ? Found.scored(segment, score, i + 1, before)
                        : new Document(null, score, null, texts.get(i) instanceof String text ? text : null, i + 1, null));
            }
            documents.sort(Comparator.comparing(Document::score, Comparator.nullsLast(Comparator.reverseOrder())));
            ModelResponse response = new ModelResponse();
            response.documents = documents;
            response.inputTokens = usage == null || usage.inputTokenCount() == null ? null : usage.inputTokenCount().longValue();
            return response;
        }
    }

    private RerankHook() {}

    @Enter
    static LlmCall enter(@This Object model, @Arg(1) String query) {
        if (LlmCall.owner("rerank") != null) {
            return null;
        }
        LlmCall call = LlmCall.start(model, "rerank", null, null);
        call.request(Layer.MODEL, new Asked(query));
        return call;
    }

    @Exit
    static void exit(
            @Entered LlmCall call, @Arg(0) Object texts, @Returned Response<?> response, @Threw Throwable error) {
        if (call != null) {
            if (response != null && response.content() != null) {
                call.response(Layer.MODEL, scored(call, list(texts), list(response.content()), response.tokenUsage()));
            }
            call.close(error);
        }
    }

    private static Scored scored(LlmCall call, List<?> texts, List<?> scores, TokenUsage usage) {
        Before before = call.parent() != null && call.parent().attached() instanceof Before known ? known : null;
        if (before != null) {
            before.ranked(texts);
        }
        return new Scored(texts, scores, usage, before);
    }

    private static List<?> list(Object one) {
        return one instanceof List<?> list ? new ArrayList<>(list) : List.of(one);
    }
}

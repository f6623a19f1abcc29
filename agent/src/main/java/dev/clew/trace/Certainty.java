package dev.clew.trace;

import dev.clew.confidence.Stated;
import java.util.List;

/**
 * How sure somebody was. One word a span: what an answer states of itself goes before what follows from its tokens' probabilities,
 * which stand on the span by themselves.
 */
final class Certainty {
    /** The cosine of a vector and itself is rarely one. */
    private static final double ROUNDING = 1e-6;

    private Certainty() {}

    static void ofAnswer(ModelResponse answer, SpanWriter out) {
        if (answer.logprobMean != null) {
            out.fact(Semconv.LOGPROB_MEAN, answer.logprobMean);
            out.fact(Semconv.LOGPROB_MIN, answer.logprobMin);
        }
        Stated stated = stated(answer.messages);
        if (stated != null) {
            says(stated, out);
        } else if (answer.logprobMean != null) {
            is(Math.exp(answer.logprobMean), "logprobs", out);
        } else {
            ofDocuments(answer.documents, Retrieval.Scores.RERANK, out);
        }
    }

    /** What an agent states of its answer. @param output may be null */
    static void ofAgent(List<Message> output, SpanWriter out) {
        Stated stated = stated(output);
        if (stated != null) {
            says(stated, out);
        }
    }

    /** What a tool's result states, else how sure the model was that called it so. */
    static void ofTool(String arguments, String result, SpanWriter out) {
        Stated stated = Stated.in(result, "tool_result");
        stated = stated != null ? stated : Stated.inArguments(arguments, "tool_arguments");
        if (stated != null) {
            says(stated, out);
        }
    }

    /** The score of the best, where no score shows that these are no shares of one. */
    static void ofDocuments(List<Retrieval.Document> documents, Retrieval.Scores kind, SpanWriter out) {
        Double best = documents == null || documents.isEmpty() ? null : documents.get(0).score();
        if (best == null) {
            return;
        }
        for (Retrieval.Document document : documents) {
            if (document.score() != null && !(document.score() >= -ROUNDING && document.score() <= 1 + ROUNDING)) {
                return;
            }
        }
        is(Math.max(0, Math.min(1, best)), kind == Retrieval.Scores.SIMILARITY ? "similarity" : "rerank", out);
    }

    /** The first of the choices that states any. */
    private static Stated stated(List<Message> choices) {
        for (int i = 0; choices != null && i < choices.size(); i++) {
            List<Part> parts = choices.get(i).parts();
            for (int j = 0; j < parts.size(); j++) {
                Stated stated = parts.get(j).kind == Part.Kind.TEXT ? Stated.in(parts.get(j).content, "output") : null;
                if (stated != null) {
                    return stated;
                }
            }
        }
        return null;
    }

    private static void says(Stated stated, SpanWriter out) {
        out.fact(Semconv.CONFIDENCE, stated.value());
        out.fact(Semconv.CONFIDENCE_WORD, stated.word());
        out.fact(Semconv.CONFIDENCE_SOURCE, stated.source());
    }

    private static void is(double value, String source, SpanWriter out) {
        out.fact(Semconv.CONFIDENCE, value);
        out.fact(Semconv.CONFIDENCE_SOURCE, source);
    }
}

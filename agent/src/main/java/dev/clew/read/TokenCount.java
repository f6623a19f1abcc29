package dev.clew.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tokens of a span or a trace.
 *
 * @param input null where not reported, which is not 0
 * @param output null where not reported
 */
public record TokenCount(Long input, Long output) {
    static final String INPUT = "gen_ai.usage.input_tokens";
    static final String OUTPUT = "gen_ai.usage.output_tokens";
    // what the conventions called them before
    static final String OLD_INPUT = "gen_ai.usage.prompt_tokens";
    static final String OLD_OUTPUT = "gen_ai.usage.completion_tokens";
    static final Set<String> KEYS = Set.of(INPUT, OUTPUT, OLD_INPUT, OLD_OUTPUT);

    /** Nothing reported. */
    public static final TokenCount NONE = new TokenCount(null, null);

    public boolean isReported() {
        return input != null || output != null;
    }

    /** What this very span states. */
    public static TokenCount of(SpanNode span) {
        return new TokenCount(first(span, INPUT, OLD_INPUT), first(span, OUTPUT, OLD_OUTPUT));
    }

    /** Each call counted once: where a model call below states its tokens, a sum on a span above it is not added. */
    public static TokenCount of(Trace trace) {
        Map<SpanNode, TokenCount> sums = sums(trace);
        TokenCount total = NONE;
        for (SpanNode root : trace.roots()) {
            total = total.plus(sums.get(root));
        }
        return total;
    }

    /** The same for each span with all that is below it. */
    public static Map<SpanNode, TokenCount> sums(Trace trace) {
        Map<SpanNode, TokenCount> sums = new HashMap<>();
        List<SpanNode> spans = trace.spans();
        for (int i = spans.size() - 1; i >= 0; i--) { // children before parents
            SpanNode span = spans.get(i);
            TokenCount below = NONE;
            for (SpanNode child : span.children()) {
                below = below.plus(sums.get(child));
            }
            TokenCount own = of(span);
            boolean call = Operation.of(span).isModelCall();
            sums.put(span, own.isReported() && (call || !below.isReported()) ? own : below);
        }
        return sums;
    }

    /** Not reported and something is that something. */
    public TokenCount plus(TokenCount other) {
        return new TokenCount(sum(input, other.input), sum(output, other.output));
    }

    private static Long sum(Long a, Long b) {
        return a == null ? b : b == null ? a : Long.valueOf(a + b);
    }

    private static Long first(SpanNode span, String key, String old) {
        Long value = span.number(key);
        return value != null ? value : span.number(old);
    }
}

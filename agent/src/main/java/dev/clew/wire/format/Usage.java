package dev.clew.wire.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.clew.trace.ModelResponse;
import java.io.IOException;

/** Tokens as OpenAI's APIs count them, under their older and their newer names, and as those who speak them do. */
public final class Usage {
    private boolean known;
    private Long input;
    private Long output;
    private Long total;
    private Long reasoning;
    private Long searchUnits;
    private Details in = new Details();
    private Details out = new Details();

    private static final class Details {
        Long cached;
        Long written;
        Long reasoning;
        Long text;
        Long image;
        Long audio;
    }

    /** Whether any was read. */
    public boolean isKnown() {
        return known;
    }

    /** Reads one. Some streams send it with every chunk, growing: the last one counts. */
    public void read(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        known = true;
        input = null;
        output = null;
        total = null;
        reasoning = null;
        searchUnits = null;
        in = new Details();
        out = new Details();
        Long cacheHits = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "prompt_tokens", "input_tokens" -> input = Json.number(p);
                case "completion_tokens", "output_tokens" -> output = Json.number(p);
                case "total_tokens" -> total = Json.number(p);
                case "prompt_tokens_details", "input_tokens_details" -> details(p, in);
                case "completion_tokens_details", "output_tokens_details" -> details(p, out);
                // Perplexity's
                case "reasoning_tokens" -> reasoning = Json.number(p);
                // DeepSeek's
                case "prompt_cache_hit_tokens" -> cacheHits = Json.number(p);
                case "search_units" -> searchUnits = Json.number(p);
                default -> p.skipChildren();
            }
        }
        in.cached = in.cached != null ? in.cached : cacheHits;
        reasoning = out.reasoning != null ? out.reasoning : reasoning;
    }

    private static void details(JsonParser p, Details into) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "cached_tokens" -> into.cached = Json.number(p);
                case "cache_write_tokens", "cache_creation_input_tokens" -> into.written = Json.number(p);
                case "reasoning_tokens" -> into.reasoning = Json.number(p);
                case "text_tokens" -> into.text = Json.number(p);
                case "image_tokens" -> into.image = Json.number(p);
                case "audio_tokens" -> into.audio = Json.number(p);
                default -> p.skipChildren();
            }
        }
    }

    /** Where nothing is put out, all tokens are input; for answers of APIs that give the sum alone. */
    public void allIsInput() {
        input = input != null ? input : output == null ? total : null;
    }

    /** What was read; null where nothing was reported. */
    public void into(ModelResponse response) {
        boolean apart = input != null && output != null && total != null && reasoning != null && reasoning != 0
                && total == input + output + reasoning;
        response.inputTokens = input;
        // xAI does not count reasoning as output; the conventions do
        response.outputTokens = apart ? (Long) (output + reasoning) : output;
        response.cacheReadTokens = in.cached;
        response.cacheWriteTokens = in.written;
        response.reasoningTokens = reasoning;
        response.searchUnits = searchUnits;
        response.textInputTokens = in.text;
        response.imageInputTokens = in.image;
        response.audioInputTokens = in.audio;
        response.textOutputTokens = out.text;
        response.imageOutputTokens = out.image;
        response.audioOutputTokens = out.audio;
    }
}

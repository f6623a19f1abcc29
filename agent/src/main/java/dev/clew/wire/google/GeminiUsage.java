package dev.clew.wire.google;

import com.fasterxml.jackson.core.JsonParser;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Json;
import java.io.IOException;

/** Reads what Gemini counts. A stream counts again in every piece: the last one's numbers are those of the whole. */
final class GeminiUsage {
    private Long prompt;
    private Long tools;
    private Long candidates;
    private Long thoughts;
    private Long total;
    private Long cached;
    private Long[] in = {null, null, null};
    private Long[] out = {null, null, null};

    void read(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        prompt = null;
        tools = null;
        candidates = null;
        thoughts = null;
        total = null;
        cached = null;
        in = new Long[3];
        out = new Long[3];
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "promptTokenCount" -> prompt = Json.number(p);
                case "toolUsePromptTokenCount" -> tools = Json.number(p);
                case "candidatesTokenCount" -> candidates = Json.number(p);
                case "thoughtsTokenCount" -> thoughts = Json.number(p);
                case "totalTokenCount" -> total = Json.number(p);
                case "cachedContentTokenCount" -> cached = Json.number(p);
                case "promptTokensDetails" -> details(p, in);
                case "candidatesTokensDetails" -> details(p, out);
                default -> p.skipChildren();
            }
        }
    }

    private static void details(JsonParser p, Long[] into) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        while (Json.nextObject(p)) {
            String modality = null;
            Long count = null;
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "modality" -> modality = Json.scalar(p);
                    case "tokenCount" -> count = Json.number(p);
                    default -> p.skipChildren();
                }
            }
            int kind = kind(modality);
            if (kind >= 0 && count != null) {
                into[kind] = (into[kind] == null ? 0 : into[kind]) + count;
            }
        }
    }

    /** By its name, or its number in the API's definition; the conventions have no more than these. */
    private static int kind(String modality) {
        return switch (modality == null ? "" : modality) {
            case "TEXT", "1" -> 0;
            case "IMAGE", "2" -> 1;
            case "AUDIO", "4" -> 2;
            default -> -1;
        };
    }

    /** By the conventions: what tools put into the prompt is input, thoughts are output. */
    void into(ModelResponse response) {
        response.inputTokens = prompt == null ? null : (Long) (prompt + (tools == null ? 0 : tools));
        response.outputTokens = output();
        response.reasoningTokens = thoughts;
        response.cacheReadTokens = cached;
        response.textInputTokens = in[0];
        response.imageInputTokens = in[1];
        response.audioInputTokens = in[2];
        response.textOutputTokens = out[0];
        response.imageOutputTokens = out[1];
        response.audioOutputTokens = out[2];
    }

    /** Zeros are left out on the wire; only the total proves that there was one. */
    private Long output() {
        if (candidates != null) {
            return candidates + (thoughts == null ? 0 : thoughts);
        }
        long input = (prompt == null ? 0 : prompt) + (tools == null ? 0 : tools);
        boolean onlyThought = thoughts != null && total != null && total == input + thoughts;
        return onlyThought ? thoughts : null;
    }
}

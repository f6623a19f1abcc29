package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import dev.clew.trace.ModelRequest;
import dev.clew.wire.format.Json;
import java.io.IOException;

/** The fields of a request that mean the same in all of OpenAI's APIs, and in the dialects of others. */
final class OpenAiSettings {
    private OpenAiSettings() {}

    /** Reads a field of the request, or skips it. */
    static void read(String name, JsonParser p, ModelRequest request) throws IOException {
        switch (name) {
            case "model" -> request.model = Json.text(p);
            case "temperature" -> request.temperature = Json.real(p);
            case "top_p" -> request.topP = Json.real(p);
            case "top_k" -> request.topK = Json.number(p);
            case "max_completion_tokens", "max_output_tokens" -> request.maxTokens = Json.number(p);
            case "max_tokens" -> {
                Long limit = Json.number(p);
                request.maxTokens = request.maxTokens != null ? request.maxTokens : limit;
            }
            case "n" -> request.choices = Json.number(p);
            case "seed", "random_seed" -> request.seed = Json.number(p);
            case "stop" -> request.stop = Json.texts(p);
            case "frequency_penalty" -> request.frequencyPenalty = Json.real(p);
            case "presence_penalty" -> request.presencePenalty = Json.real(p);
            case "stream" -> request.stream = Json.truth(p);
            case "response_format", "format" -> request.outputType = outputType(Json.textAt(p, "type"));
            case "reasoning_effort" -> request.reasoningLevel = Json.text(p);
            // OpenRouter's spelling in a chat, everybody's in a response
            case "reasoning" -> {
                String effort = Json.textAt(p, "effort");
                request.reasoningLevel = effort != null ? effort : request.reasoningLevel;
            }
            case "service_tier" -> request.serviceTier = Json.text(p);
            default -> p.skipChildren();
        }
    }

    private static String outputType(String format) {
        boolean isJson = format != null && format.startsWith("json");
        return isJson ? "json" : "text".equals(format) ? "text" : null;
    }
}

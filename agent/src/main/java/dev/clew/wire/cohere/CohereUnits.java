package dev.clew.wire.cohere;

import com.fasterxml.jackson.core.JsonParser;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Json;
import java.io.IOException;

/** Reads what was used and what is billed, which differ; {@code usage} in the API's second version, {@code meta} in its first. */
final class CohereUnits {
    private CohereUnits() {}

    static void read(JsonParser p, ModelResponse into) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "tokens" -> {
                    Long[] used = units(p);
                    into.inputTokens = Json.last(into.inputTokens, used[0]);
                    into.outputTokens = Json.last(into.outputTokens, used[1]);
                }
                case "billed_units" -> {
                    Long[] billed = units(p);
                    into.billedInputTokens = Json.last(into.billedInputTokens, billed[0]);
                    into.billedOutputTokens = Json.last(into.billedOutputTokens, billed[1]);
                    into.searchUnits = Json.last(into.searchUnits, billed[2]);
                }
                case "cached_tokens" -> into.cacheReadTokens = Json.last(into.cacheReadTokens, Json.number(p));
                default -> p.skipChildren();
            }
        }
    }

    private static Long[] units(JsonParser p) throws IOException {
        Long[] units = new Long[3];
        if (!Json.enterObject(p)) {
            return units;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "input_tokens" -> units[0] = Json.number(p);
                case "output_tokens" -> units[1] = Json.number(p);
                case "search_units" -> units[2] = Json.number(p);
                default -> p.skipChildren();
            }
        }
        return units;
    }
}

package dev.clew.wire.cohere;

import com.fasterxml.jackson.core.JsonParser;
import dev.clew.trace.Part;
import dev.clew.wire.format.Json;
import java.io.IOException;
import java.util.List;

/** Calls of tools as the API's first version has them: a name and parameters, and no id. */
final class CohereCalls {
    private CohereCalls() {}

    static void read(JsonParser p, byte[] source, List<Part> into) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        while (Json.nextObject(p)) {
            String tool = null;
            String parameters = null;
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "name" -> tool = Json.text(p);
                    case "parameters" -> parameters = Json.raw(p, source);
                    default -> p.skipChildren();
                }
            }
            if (tool != null) {
                into.add(Part.toolCall(null, tool, parameters));
            }
        }
    }
}

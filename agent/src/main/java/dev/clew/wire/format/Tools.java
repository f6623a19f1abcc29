package dev.clew.wire.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.ToolDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tools as a model is told of them: each flat, or wrapped in a {@code function} as OpenAI does it, or as Bedrock does. What has no name is left out. */
public final class Tools {
    private Tools() {}

    /**
     * Reads a list of them.
     *
     * @param known what was read before, may be null
     * @param source what the parser reads, from its first byte
     * @return null where it is no list and none was known
     */
    public static List<ToolDefinition> read(JsonParser p, byte[] source, List<ToolDefinition> known) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return known;
        }
        List<ToolDefinition> tools = known == null ? new ArrayList<>() : known;
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (Json.isObject(p)) {
                tool(p, source, tools, true);
            } else {
                p.skipChildren();
            }
        }
        return tools;
    }

    private static void tool(JsonParser p, byte[] source, List<ToolDefinition> into, boolean mayWrap) throws IOException {
        String tool = null;
        String description = null;
        String parameters = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "name" -> tool = Json.text(p);
                case "description" -> description = Json.text(p);
                case "parameters", "input_schema", "parameter_definitions", "parametersJsonSchema", "parameters_json_schema" -> {
                    String schema = Json.raw(p, source);
                    parameters = schema == null ? parameters : schema;
                }
                case "inputSchema" -> parameters = wrapped(p, source);
                case "function", "custom", "toolSpec" -> {
                    if (mayWrap && Json.isObject(p)) {
                        tool(p, source, into, false);
                    } else {
                        p.skipChildren();
                    }
                }
                default -> p.skipChildren();
            }
        }
        if (tool != null) {
            into.add(new ToolDefinition(tool, description, parameters));
        }
    }

    /** Bedrock's: {@code {"json": schema}}. */
    private static String wrapped(JsonParser p, byte[] source) throws IOException {
        if (!Json.enterObject(p)) {
            return null;
        }
        String schema = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("json")) {
                schema = Json.raw(p, source);
            } else {
                p.skipChildren();
            }
        }
        return schema;
    }
}

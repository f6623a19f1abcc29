package dev.clew.plugins.langchain4jtypes;

import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.util.Map;

/** A tool's parameters as JSON Schema, as LangChain4j itself writes them for a provider. On the recorder's thread. */
final class Schemas {
    private Schemas() {}

    /** Null for no parameters. */
    static String json(JsonSchemaElement schema) {
        if (schema == null) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        write(out, JsonSchemaElementUtils.toMap(schema));
        return out.toString();
    }

    private static void write(StringBuilder out, Object value) {
        if (value instanceof Map<?, ?> map) {
            char next = '{';
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(next);
                text(out, String.valueOf(entry.getKey()));
                out.append(':');
                write(out, entry.getValue());
                next = ',';
            }
            out.append(next == '{' ? "{}" : "}");
        } else if (value instanceof Iterable<?> items) {
            char next = '[';
            for (Object item : items) {
                out.append(next);
                write(out, item);
                next = ',';
            }
            out.append(next == '[' ? "[]" : "]");
        } else if (value instanceof Object[] items) {
            write(out, java.util.Arrays.asList(items));
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(out, value.toString());
        }
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}

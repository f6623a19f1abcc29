package dev.clew.stamp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a model was told of a tool, as one line of JSON that does not depend on the order in which a library found methods and
 * fields.
 */
public final class Definitions {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int DEEPEST = 64;

    private Definitions() {}

    /**
     * @param description may be null
     * @param parameters JSON Schema as text; may be null, and stands as it is where it is no JSON
     */
    public static String of(String name, String description, String parameters) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("name", name == null ? "" : name);
            if (description != null) {
                out.writeStringField("description", description);
            }
            if (parameters != null && !parameters.isBlank()) {
                out.writeFieldName("parameters");
                Object read = read(parameters);
                if (read == null) {
                    out.writeString(parameters);
                } else {
                    write(out, read);
                }
            }
            out.writeEndObject();
        } catch (IOException e) {
            return name + '\n' + description + '\n' + parameters; // a writer of text fails nowhere
        }
        return text.toString();
    }

    /** Null where it is no JSON. */
    private static Object read(String text) {
        try (JsonParser in = JSON.createParser(text)) {
            in.nextToken();
            Object value = value(in, 0);
            return in.nextToken() == null ? value : null;
        } catch (IOException e) {
            return null;
        }
    }

    private record Raw(String text, boolean quoted) {}

    private static Object value(JsonParser in, int depth) throws IOException {
        JsonToken token = in.currentToken();
        if (token == null || depth > DEEPEST) {
            throw new IOException("not a value");
        }
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> fields = new TreeMap<>();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                fields.put(name, value(in, depth + 1));
            }
            return fields;
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(in, depth + 1));
            }
            return items;
        }
        return new Raw(in.getText(), token == JsonToken.VALUE_STRING);
    }

    private static void write(JsonGenerator out, Object value) throws IOException {
        if (value instanceof Map<?, ?> fields) {
            out.writeStartObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                out.writeFieldName((String) field.getKey());
                write(out, field.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> items) {
            out.writeStartArray();
            for (int i = 0; i < items.size(); i++) {
                write(out, items.get(i));
            }
            out.writeEndArray();
        } else {
            Raw raw = (Raw) value;
            if (raw.quoted()) {
                out.writeString(raw.text());
            } else {
                out.writeRawValue(raw.text());
            }
        }
    }
}

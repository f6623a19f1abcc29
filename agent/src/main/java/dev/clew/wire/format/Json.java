package dev.clew.wire.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON value by value, never as a tree. Each method is called on the first token of a value and returns on its
 * last one;
 * a value of another type than the one asked for is skipped and null.
 */
public final class Json {
    /** Field names are the application's too (schemas of tools): they are not interned. */
    private static final JsonFactory FACTORY =
            new JsonFactory().configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false);

    private Json() {}

    public static JsonParser parser(byte[] bytes, int length) throws IOException {
        return FACTORY.createParser(bytes, 0, length);
    }

    /** Reads the one object that a body is, or the first of an array of them; of a broken one, as far as it goes. */
    public static void readObject(Payload body, JsonEvents.Reader reader) {
        try (JsonParser p = parser(body.bytes, body.length)) {
            JsonToken first = p.nextToken();
            if (first == JsonToken.START_ARRAY) {
                // errors of some gateways come in an array of one
                first = p.nextToken();
            }
            if (first == JsonToken.START_OBJECT) {
                reader.object(p, body.bytes);
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
    }

    /** The name of the object's next field, with the parser on its value; null at the end of the object. */
    public static String nextField(JsonParser p) throws IOException {
        String name = p.nextFieldName();
        if (name != null) {
            p.nextToken();
        }
        return name;
    }

    public static String text(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.VALUE_STRING) {
            return p.getText();
        }
        p.skipChildren();
        return null;
    }

    /** The text of an object's field; null where there is none. */
    public static String textAt(JsonParser p, String field) throws IOException {
        if (!isObject(p)) {
            p.skipChildren();
            return null;
        }
        String text = null;
        String name;
        while ((name = nextField(p)) != null) {
            if (name.equals(field)) {
                text = text(p);
            } else {
                p.skipChildren();
            }
        }
        return text;
    }

    /** Text, or a number as text: a provider's error codes are the one or the other. */
    public static String scalar(JsonParser p) throws IOException {
        JsonToken token = p.currentToken();
        if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
            return p.getText();
        }
        p.skipChildren();
        return null;
    }

    public static Long number(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return p.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null : (Long) p.getLongValue();
        }
        if (p.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
            double value = p.getDoubleValue();
            return value == Math.rint(value) && Math.abs(value) < 0x1p63 ? (Long) (long) value : null;
        }
        p.skipChildren();
        return null;
    }

    public static Double real(JsonParser p) throws IOException {
        if (p.currentToken().isNumeric()) {
            return p.getDoubleValue();
        }
        p.skipChildren();
        return null;
    }

    public static Boolean truth(JsonParser p) throws IOException {
        if (p.currentToken().isBoolean()) {
            return p.getBooleanValue();
        }
        p.skipChildren();
        return null;
    }

    /** One text, or an array of them. */
    public static List<String> texts(JsonParser p) throws IOException {
        List<String> texts = null;
        if (p.currentToken() == JsonToken.VALUE_STRING) {
            texts = List.of(p.getText());
        } else if (p.currentToken() == JsonToken.START_ARRAY) {
            texts = new ArrayList<>(4);
            while (p.nextToken() != JsonToken.END_ARRAY) {
                String text = text(p);
                if (text != null) {
                    texts.add(text);
                }
            }
        } else {
            p.skipChildren();
        }
        return texts;
    }

    /** A value as it is written, of a parser over {@code source} from its first byte; a string without its quotes. */
    public static String raw(JsonParser p, byte[] source) throws IOException {
        JsonToken token = p.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.VALUE_STRING) {
            return p.getText();
        }
        int start = (int) p.currentTokenLocation().getByteOffset();
        p.skipChildren();
        if (!token.isStructStart()) {
            return p.getText();
        }
        int end = (int) p.currentLocation().getByteOffset();
        return new String(source, start, end - start, StandardCharsets.UTF_8);
    }

    public static boolean isObject(JsonParser p) throws IOException {
        return p.currentToken() == JsonToken.START_OBJECT;
    }

    public static boolean isArray(JsonParser p) throws IOException {
        return p.currentToken() == JsonToken.START_ARRAY;
    }

    /** Whether the value is an object, whose fields {@link #nextField} is to give; anything else is skipped. */
    public static boolean enterObject(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        p.skipChildren();
        return false;
    }

    /** Whether the value is an array; anything else is skipped. */
    public static boolean enterArray(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.START_ARRAY) {
            return true;
        }
        p.skipChildren();
        return false;
    }

    /** Moves on to the array's next object, past everything else; false at the end of the array. */
    public static boolean nextObject(JsonParser p) throws IOException {
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (p.currentToken() == JsonToken.START_OBJECT) {
                return true;
            }
            p.skipChildren();
        }
        return false;
    }

    /** The later of two, where there is a later one: what is said again counts, what is left out does not. */
    public static <T> T last(T known, T more) {
        return more != null ? more : known;
    }

    /** Null for a text that says nothing. */
    public static String named(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

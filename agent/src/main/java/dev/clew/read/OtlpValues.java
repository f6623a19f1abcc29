package dev.clew.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Attributes and their values, in OTLP's wrapping or plain. Each method starts on the value's first token and ends on its last. */
final class OtlpValues {
    private final Map<String, String> names = new HashMap<>();

    /** @param keys the keys to keep, null for all */
    Map<String, Object> attributes(JsonParser json, Set<String> keys) throws IOException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String key = json.currentName();
                json.nextToken();
                put(json, key, keys, attributes);
            }
        } else if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    keyValue(json, keys, attributes);
                } else {
                    json.skipChildren();
                }
            }
        }
        return attributes;
    }

    private void keyValue(JsonParser json, Set<String> keys, Map<String, Object> attributes) throws IOException {
        String key = null;
        Object early = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            if (field.equals("key")) {
                key = names.computeIfAbsent(json.getValueAsString(""), name -> name);
                json.skipChildren();
            } else if (!field.equals("value")) {
                json.skipChildren();
            } else if (key == null) {
                early = value(json);
            } else {
                put(json, key, keys, attributes);
                key = null;
            }
        }
        if (key != null && (keys == null || keys.contains(key))) {
            attributes.put(key, early);
        }
    }

    private void put(JsonParser json, String key, Set<String> keys, Map<String, Object> attributes) throws IOException {
        if (keys == null || keys.contains(key)) {
            attributes.put(key, value(json));
        } else {
            json.skipChildren();
        }
    }

    /** String, Long, Double, Boolean, byte[], List, Map or null. */
    Object value(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case START_OBJECT:
                return object(json);
            case START_ARRAY:
                return list(json);
            case VALUE_STRING:
                return json.getText();
            case VALUE_TRUE:
                return true;
            case VALUE_FALSE:
                return false;
            case VALUE_NUMBER_INT:
                return whole(json);
            case VALUE_NUMBER_FLOAT:
                return json.getDoubleValue();
            default:
                return null;
        }
    }

    private Object object(JsonParser json) throws IOException {
        Map<String, Object> plain = null;
        Object wrapped = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (camel(field)) {
                case "stringValue" -> wrapped = json.getValueAsString();
                case "boolValue" -> wrapped = json.getValueAsBoolean();
                case "intValue" -> wrapped = whole(json);
                case "doubleValue" -> wrapped = decimal(json);
                case "bytesValue" -> wrapped = bytes(json.getValueAsString(""));
                case "arrayValue" -> wrapped = values(json, false);
                case "kvlistValue" -> wrapped = values(json, true);
                default -> {
                    plain = plain == null ? new LinkedHashMap<>() : plain;
                    plain.put(field, value(json));
                }
            }
            json.skipChildren(); // where a text was expected and something else stands
        }
        return plain != null && wrapped == null ? plain : wrapped;
    }

    /** {@code {"values":[...]}}, or the list itself. */
    private Object values(JsonParser json, boolean pairs) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return pairs ? attributes(json, null) : value(json);
        }
        Object values = pairs ? Map.of() : List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals("values");
            json.nextToken();
            if (wanted) {
                values = pairs ? attributes(json, null) : value(json);
            } else {
                json.skipChildren();
            }
        }
        return values;
    }

    private List<Object> list(JsonParser json) throws IOException {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(json));
        }
        return list;
    }

    /** Null where it is no whole number. */
    static Long whole(JsonParser json) throws IOException {
        switch (json.currentToken()) {
            case VALUE_NUMBER_INT:
                return json.getBigIntegerValue().longValue();
            case VALUE_NUMBER_FLOAT:
                return json.getDecimalValue().longValue();
            case VALUE_STRING:
                try {
                    String text = json.getText().trim();
                    return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
                } catch (NumberFormatException e) {
                    return null;
                }
            default:
                json.skipChildren();
                return null;
        }
    }

    private static Object decimal(JsonParser json) throws IOException {
        if (json.currentToken().isNumeric()) {
            return json.getDoubleValue();
        }
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return null;
        }
        try {
            return Double.valueOf(json.getText()); // "NaN", "Infinity"
        } catch (NumberFormatException e) {
            return json.getText();
        }
    }

    private static Object bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }

    /** {@code string_value} is what some write for {@code stringValue}. */
    static String camel(String field) {
        if (field.indexOf('_') < 0) {
            return field;
        }
        StringBuilder camel = new StringBuilder(field.length());
        boolean upper = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '_') {
                upper = camel.length() > 0;
            } else {
                camel.append(upper ? Character.toUpperCase(c) : c);
                upper = false;
            }
        }
        return camel.toString();
    }
}

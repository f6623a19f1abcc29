package dev.clew.plugins.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Collection;
import java.util.Map;

/** Writes a message as the JSON that the same API takes over HTTP; bytes, which are pictures and sounds, are left out. */
final class ProtoJson {
    private ProtoJson() {}

    static String of(Message message) {
        StringBuilder out = new StringBuilder();
        value(message, out);
        return out.toString();
    }

    /** A field's text; null where there is none. */
    static String text(Message message, String field) {
        FieldDescriptor found = message.getDescriptorForType().findFieldByName(field);
        Object value = found == null ? null : message.getField(found);
        return value instanceof String && !((String) value).isEmpty() ? (String) value : null;
    }

    private static void value(Object value, StringBuilder out) {
        if (value instanceof Message) {
            message((Message) value, out);
        } else if (value instanceof EnumValueDescriptor) {
            string(((EnumValueDescriptor) value).getName(), out);
        } else if (value instanceof ByteString) {
            out.append("\"\"");
        } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long || isFinite(value)) {
            out.append(value);
        } else {
            string(String.valueOf(value), out);
        }
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number && Double.isFinite(((Number) value).doubleValue());
    }

    private static void message(Message message, StringBuilder out) {
        switch (message.getDescriptorForType().getFullName()) {
            case "google.protobuf.Struct" -> field(message, "fields", "{}", out);
            case "google.protobuf.ListValue" -> field(message, "values", "[]", out);
            case "google.protobuf.Value" -> one(message, out);
            default -> object(message, out);
        }
    }

    private static void field(Message message, String name, String none, StringBuilder out) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByName(name);
        if (message.getRepeatedFieldCount(field) == 0) {
            out.append(none);
        } else {
            field(field, message.getField(field), out);
        }
    }

    /** JSON's own values, as far as a message can hold them. */
    private static void one(Message message, StringBuilder out) {
        for (Map.Entry<FieldDescriptor, Object> only : message.getAllFields().entrySet()) {
            if (only.getKey().getName().equals("null_value")) {
                out.append("null");
            } else {
                value(only.getValue(), out);
            }
            return;
        }
        out.append("null");
    }

    private static void object(Message message, StringBuilder out) {
        out.append('{');
        char before = 0;
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            if (before != 0) {
                out.append(before);
            }
            before = ',';
            string(field.getKey().getJsonName(), out);
            out.append(':');
            field(field.getKey(), field.getValue(), out);
        }
        out.append('}');
    }

    private static void field(FieldDescriptor field, Object value, StringBuilder out) {
        if (!field.isRepeated()) {
            value(value, out);
            return;
        }
        boolean map = field.isMapField();
        out.append(map ? '{' : '[');
        char before = 0;
        for (Object item : (Collection<?>) value) {
            if (before != 0) {
                out.append(before);
            }
            before = ',';
            if (map) {
                Message entry = (Message) item;
                string(String.valueOf(entry.getField(entry.getDescriptorForType().findFieldByName("key"))), out);
                out.append(':');
                value(entry.getField(entry.getDescriptorForType().findFieldByName("value")), out);
            } else {
                value(item, out);
            }
        }
        out.append(map ? '}' : ']');
    }

    private static void string(String text, StringBuilder out) {
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

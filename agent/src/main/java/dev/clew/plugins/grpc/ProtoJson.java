package dev.clew.plugins.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Collection;
import java.util.Map;

/** Writes a message as the JSON that the same API takes over HTTP; bytes, which are pictures and sounds, are left out. */
final class ProtoJson {
    /** That there is no room for more; without a stack, since nobody looks at it. */
    private static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }

    private final StringBuilder out = new StringBuilder();
    private final int max;

    private ProtoJson(int max) {
        this.max = max;
    }

    /** Of what would be longer than {@code max} characters, so many of the first: no whole JSON then. */
    static String of(Message message, int max) {
        ProtoJson json = new ProtoJson(max);
        try {
            json.value(message);
        } catch (Full cut) {
            json.out.setLength(max);
        }
        return json.out.toString();
    }

    /** A field's text; null where there is none. */
    static String text(Message message, String field) {
        FieldDescriptor found = message.getDescriptorForType().findFieldByName(field);
        Object value = found == null ? null : message.getField(found);
        return value instanceof String && !((String) value).isEmpty() ? (String) value : null;
    }

    private void value(Object value) {
        if (out.length() > max) {
            throw new Full();
        }
        if (value instanceof Message) {
            message((Message) value);
        } else if (value instanceof EnumValueDescriptor) {
            string(((EnumValueDescriptor) value).getName());
        } else if (value instanceof ByteString) {
            out.append("\"\"");
        } else if (value instanceof Boolean || value instanceof Integer || value instanceof Long || isFinite(value)) {
            out.append(value);
        } else {
            string(String.valueOf(value));
        }
    }

    private static boolean isFinite(Object value) {
        return value instanceof Number && Double.isFinite(((Number) value).doubleValue());
    }

    private void message(Message message) {
        switch (message.getDescriptorForType().getFullName()) {
            case "google.protobuf.Struct" -> field(message, "fields", "{}");
            case "google.protobuf.ListValue" -> field(message, "values", "[]");
            case "google.protobuf.Value" -> one(message);
            default -> object(message);
        }
    }

    private void field(Message message, String name, String none) {
        FieldDescriptor field = message.getDescriptorForType().findFieldByName(name);
        if (message.getRepeatedFieldCount(field) == 0) {
            out.append(none);
        } else {
            field(field, message.getField(field));
        }
    }

    /** JSON's own values, as far as a message can hold them. */
    private void one(Message message) {
        for (Map.Entry<FieldDescriptor, Object> only : message.getAllFields().entrySet()) {
            if (only.getKey().getName().equals("null_value")) {
                out.append("null");
            } else {
                value(only.getValue());
            }
            return;
        }
        out.append("null");
    }

    private void object(Message message) {
        out.append('{');
        char before = 0;
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            if (before != 0) {
                out.append(before);
            }
            before = ',';
            string(field.getKey().getJsonName());
            out.append(':');
            field(field.getKey(), field.getValue());
        }
        out.append('}');
    }

    private void field(FieldDescriptor field, Object value) {
        if (!field.isRepeated()) {
            value(value);
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
                string(String.valueOf(entry.getField(entry.getDescriptorForType().findFieldByName("key"))));
                out.append(':');
                value(entry.getField(entry.getDescriptorForType().findFieldByName("value")));
            } else {
                value(item);
            }
        }
        out.append(map ? '}' : ']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            if (out.length() > max) {
                throw new Full();
            }
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

package dev.clew.cli.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The conventions' messages (a role and parts), which stand in an attribute as JSON text or as structured values. */
public final class Messages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Messages() {}

    /** What was asked: the last message that is not the model's own or the system's, else the last one. */
    public static String asked(Object value) {
        List<Map<?, ?>> messages = list(value);
        if (messages == null) {
            return text(value);
        }
        for (int i = messages.size() - 1; i >= 0; i--) {
            Object role = messages.get(i).get("role");
            if (!"assistant".equals(role) && !"system".equals(role)) {
                return of(messages.get(i));
            }
        }
        return messages.isEmpty() ? null : of(messages.get(messages.size() - 1));
    }

    /** What came back: all choices. */
    public static String answered(Object value) {
        List<Map<?, ?>> messages = list(value);
        if (messages == null) {
            return text(value);
        }
        StringBuilder all = new StringBuilder();
        for (Map<?, ?> message : messages) {
            append(all, of(message));
        }
        return all.toString();
    }

    /** What is in a memory: how many entries, and the one that came last, with its role. */
    public static String remembered(Object value) {
        List<Map<?, ?>> messages = list(value);
        if (messages == null || messages.isEmpty()) {
            return messages == null ? text(value) : "nothing";
        }
        Map<?, ?> last = messages.get(messages.size() - 1);
        return (messages.size() == 1 ? "" : messages.size() + " entries, the last ") + last.get("role") + ": " + of(last);
    }

    /** Everything, a message a paragraph, each with its role. */
    public static String whole(Object value) {
        List<Map<?, ?>> messages = list(value);
        if (messages == null) {
            return text(value);
        }
        StringBuilder all = new StringBuilder();
        for (Map<?, ?> message : messages) {
            append(all, message.get("role") + ": " + of(message));
        }
        return all.toString();
    }

    /** Parts without a message around them, as system instructions are. */
    public static String parts(Object value) {
        Object parsed = parsed(value);
        return parsed instanceof List<?> parts && !parts.isEmpty() && parts.stream().allMatch(part -> part instanceof Map<?, ?> map
                && map.containsKey("type")) ? of(Map.of("parts", parts)) : text(value);
    }

    /** The messages one by one, each as its role and its text; null where this is no list of messages. */
    public static List<String[]> each(Object value) {
        List<Map<?, ?>> messages = list(value);
        if (messages == null) {
            return null;
        }
        List<String[]> each = new ArrayList<>(messages.size());
        for (Map<?, ?> message : messages) {
            each.add(new String[] {text(message.get("role")), of(message)});
        }
        return each;
    }

    /** JSON text as what it says, anything else as it is; null for text that is no JSON. */
    public static Object parsed(Object value) {
        if (value instanceof String json) {
            try {
                return JSON.readValue(json, Object.class);
            } catch (JsonProcessingException e) {
                return null;
            }
        }
        return value;
    }

    /** Any other value as text: JSON where it is structured; null for none. */
    public static String text(Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            return value.toString();
        }
    }

    /** Null where this is no list of messages: someone's own format, or cut off by a limit. */
    private static List<Map<?, ?>> list(Object value) {
        if (!(parsed(value) instanceof List<?> elements)) {
            return null;
        }
        List<Map<?, ?>> messages = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof Map<?, ?> message) || !message.containsKey("role")) {
                return null;
            }
            messages.add(message);
        }
        return messages;
    }

    private static String of(Map<?, ?> message) {
        StringBuilder all = new StringBuilder();
        Object parts = message.containsKey("parts") ? message.get("parts") : message.get("content");
        if (!(parts instanceof List<?> list)) {
            return parts == null ? "" : text(parts);
        }
        for (Object part : list) {
            append(all, part instanceof Map<?, ?> map ? part(map) : text(part));
        }
        return all.toString();
    }

    private static String part(Map<?, ?> part) {
        Object type = part.get("type");
        if ("text".equals(type) || "reasoning".equals(type) || "tool_plan".equals(type)) {
            String content = text(part.get("content"));
            return !"text".equals(type) ? "(" + content + ")" : content;
        }
        if ("tool_call".equals(type)) {
            Object arguments = part.get("arguments");
            return "calls " + text(part.get("name")) + (arguments == null ? "()" : "(" + text(arguments) + ")");
        }
        if ("tool_call_response".equals(type)) {
            return text(part.containsKey("response") ? part.get("response") : part.get("result"));
        }
        Object modality = part.get("modality");
        return "[" + text(modality != null ? modality : type) + "]";
    }

    private static void append(StringBuilder all, String text) {
        if (text != null && !text.isEmpty()) {
            all.append(all.length() > 0 ? "\n" : "").append(text);
        }
    }
}

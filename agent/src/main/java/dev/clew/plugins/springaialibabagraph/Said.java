package dev.clew.plugins.springaialibabagraph;

import dev.clew.trace.Message;
import dev.clew.trace.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.ToolResponseMessage;

/** What goes into and comes out of runs. */
final class Said {
    private static final String MESSAGES = "messages";

    private record All(List<Object> messages) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            List<Message> all = new ArrayList<>(messages.size());
            for (Object each : messages) {
                if (each instanceof org.springframework.ai.chat.messages.Message message) {
                    all.add(of(message));
                }
            }
            return all;
        }
    }

    private record Named(String role, Map<String, Object> values) implements Supplier<List<Message>> {
        @Override
        public List<Message> get() {
            StringBuilder text = new StringBuilder();
            values.forEach((name, value) -> {
                String plain = State.plain(value);
                if (plain != null) {
                    text.append(text.length() == 0 ? "" : "\n").append(name).append(": ").append(plain);
                }
            });
            return text.length() == 0 ? null : List.of(Message.of(role, text.toString()));
        }
    }

    private Said() {}

    /** What an agent or a graph begins with. */
    static Supplier<List<Message>> input(Map<String, Object> state) {
        if (state.get(MESSAGES) instanceof List<?> messages && !messages.isEmpty()) {
            return new All(new ArrayList<>(messages));
        }
        return named("user", state, Map.of());
    }

    /** What an agent said last; null for nothing. */
    static Supplier<List<Message>> last(Map<String, Object> state) {
        if (state.get(MESSAGES) instanceof List<?> messages) {
            for (int i = messages.size() - 1; i >= 0; i--) {
                if (messages.get(i) instanceof AssistantMessage message) {
                    return new All(List.of(message));
                }
            }
        }
        return null;
    }

    /** What a graph leaves behind: where nothing was said, what it has written. */
    static Supplier<List<Message>> output(Map<String, Object> state, Map<String, Object> before) {
        Supplier<List<Message>> last = last(state);
        return last != null ? last : named("assistant", state, before);
    }

    private static Supplier<List<Message>> named(String role, Map<String, Object> state, Map<String, Object> before) {
        Map<String, Object> values = new TreeMap<>();
        state.forEach((name, value) -> {
            if (State.isShared(name) && State.isPlain(value) && !State.isSame(value, before.get(name))) {
                values.put(name, value);
            }
        });
        return values.isEmpty() ? null : new Named(role, values);
    }

    private static Message of(org.springframework.ai.chat.messages.Message message) {
        List<Part> parts = new ArrayList<>(1);
        if (message instanceof ToolResponseMessage tools) {
            for (var response : tools.getResponses()) {
                parts.add(Part.toolResponse(response.id(), response.responseData()));
            }
            return Message.of("tool", parts);
        }
        if (message.getText() != null && !message.getText().isEmpty()) {
            parts.add(Part.text(message.getText()));
        }
        if (message instanceof AssistantMessage assistant && assistant.getToolCalls() != null) {
            for (var call : assistant.getToolCalls()) {
                parts.add(Part.toolCall(call.id(), call.name(), call.arguments()));
            }
        }
        return Message.of(message.getMessageType() == null ? "unknown" : message.getMessageType().getValue(), parts);
    }

    static String some(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}

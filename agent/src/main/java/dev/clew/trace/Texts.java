package dev.clew.trace;

import dev.clew.flow.Text;
import java.util.ArrayList;
import java.util.List;

/** The content of one operation, apart from what every call of its kind has: what went into it, and what came out. */
final class Texts {
    private final List<Text> inputs = new ArrayList<>();
    private final List<Text> outputs = new ArrayList<>();

    void clear() {
        inputs.clear();
        outputs.clear();
    }

    boolean isEmpty() {
        return inputs.isEmpty() && outputs.isEmpty();
    }

    List<Text> inputs() {
        return inputs;
    }

    List<Text> outputs() {
        return outputs;
    }

    void input(String text) {
        add(inputs, text, null);
    }

    void output(String text, String callId) {
        add(outputs, text, callId);
    }

    void input(List<Message> messages) {
        add(inputs, messages);
    }

    void output(List<Message> messages) {
        add(outputs, messages);
    }

    private static void add(List<Text> to, List<Message> messages) {
        for (int i = 0; i < messages.size(); i++) {
            parts(to, messages.get(i).parts());
        }
    }

    /** Instructions, for one. */
    void inputParts(List<Part> parts) {
        parts(inputs, parts);
    }

    private static void parts(List<Text> to, List<Part> parts) {
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.kind != Part.Kind.MEDIA) {
                add(to, part.content, part.kind == Part.Kind.TOOL_RESPONSE ? part.id : null);
            }
        }
    }

    private static void add(List<Text> to, String text, String callId) {
        if (text != null && !text.isBlank()) {
            to.add(new Text(text, callId == null ? null : new String(callId))); // which is kept: not the application's object
        }
    }
}

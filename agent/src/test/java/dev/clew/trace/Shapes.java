package dev.clew.trace;

import java.util.ArrayList;
import java.util.List;

/** What tests ask of an answer. */
public final class Shapes {
    private Shapes() {}

    private static List<Part> parts(ModelResponse response) {
        List<Part> parts = new ArrayList<>();
        if (response.messages != null) {
            response.messages.forEach(message -> parts.addAll(message.parts()));
        }
        return parts;
    }

    private static String joined(ModelResponse response, Part.Kind kind) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts(response)) {
            text.append(part.kind == kind ? part.content : "");
        }
        return text.toString();
    }

    public static String text(ModelResponse response) {
        return joined(response, Part.Kind.TEXT);
    }

    public static String reasoning(ModelResponse response) {
        return joined(response, Part.Kind.REASONING);
    }

    public static List<String> calls(ModelResponse response) {
        List<String> names = new ArrayList<>();
        parts(response).stream().filter(p -> p.kind == Part.Kind.TOOL_CALL).forEach(p -> names.add(p.name));
        return names;
    }

    /** Those that were given: some providers give none. */
    public static List<String> callIds(ModelResponse response) {
        List<String> ids = new ArrayList<>();
        parts(response).stream().filter(p -> p.kind == Part.Kind.TOOL_CALL && p.id != null).forEach(p -> ids.add(p.id));
        return ids;
    }

    public static List<String> arguments(ModelResponse response) {
        List<String> all = new ArrayList<>();
        parts(response).stream().filter(p -> p.kind == Part.Kind.TOOL_CALL).forEach(p -> all.add(p.content));
        return all;
    }

    /** Kinds and contents of a message's parts. */
    public static List<String> parts(Message message) {
        List<String> all = new ArrayList<>();
        message.parts().forEach(p -> all.add(p.kind + ":" + p.id + ":" + p.name + ":" + p.content));
        return all;
    }
}

package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Part;
import dev.clew.wire.format.ChatMessage;
import dev.clew.wire.format.Grown;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Logprobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An item of a request's input or of an answer's output: a message, reasoning, a tool's call or its output. */
final class OpenAiResponsesItem {
    final Logprobs logprobs = new Logprobs();
    private final ChatMessage said = new ChatMessage(logprobs);
    private String type;
    private String role;
    private String id;
    private String callId;
    private String name;
    private String execution;
    private final Grown arguments = new Grown();
    private List<Grown> summary;
    private ChatMessage output;
    private boolean drew;

    OpenAiResponsesItem() {}

    /** One whose beginning was missed. */
    OpenAiResponsesItem(String type) {
        this.type = type;
    }

    /** Reads it; the fields come in any order, the type last with some. */
    void read(JsonParser p, byte[] source) throws IOException {
        String field;
        while ((field = Json.nextField(p)) != null) {
            switch (field) {
                case "type" -> type = Json.text(p);
                case "role" -> role = Json.text(p);
                case "id" -> id = Json.text(p);
                case "call_id" -> callId = Json.text(p);
                case "name" -> name = Json.text(p);
                case "execution" -> execution = Json.text(p);
                case "content" -> said.content(p);
                case "summary" -> summary(p);
                // what a tool is asked has a name of its own with each of them
                case "arguments", "input", "action", "queries", "code", "operation" -> {
                    String raw = Json.raw(p, source);
                    arguments.add(arguments.isEmpty() ? raw : null);
                }
                case "output" -> {
                    if (p.currentToken() != JsonToken.VALUE_NULL) {
                        output = new ChatMessage();
                        output.content(p);
                    }
                }
                // an image: its bytes are nobody's business
                case "result" -> drew |= Json.text(p) != null;
                default -> p.skipChildren();
            }
        }
    }

    private void summary(JsonParser p) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        for (long i = 0; p.nextToken() != JsonToken.END_ARRAY; i++) {
            summarise(i, Json.textAt(p, "text"));
        }
    }

    /** Adds a piece of what is said. */
    void say(String text) {
        said.say(text);
    }

    /** Adds a piece of what is refused. */
    void refuse(String text) {
        said.refuse(text);
    }

    /** Adds a piece of what a tool is asked. */
    void ask(String text) {
        arguments.add(text);
    }

    /** Adds a piece of a part of the summary of what was thought. */
    void summarise(long index, String text) {
        summary = summary == null ? new ArrayList<>(2) : summary;
        // a part more than there were, by the book; never a list as long as a broken index says
        if (index >= summary.size()) {
            summary.add(new Grown());
        }
        summary.get((int) Math.max(0, Math.min(index, summary.size() - 1))).add(text);
    }

    boolean hasType() {
        return type != null;
    }

    /** Whose it is: as it says, else as its type has it; one that has neither role nor a type we know keeps its type's name. */
    String role() {
        if (role != null || type == null || type.equals("message")) {
            return role == null ? "user" : role;
        }
        return isOutput() ? "tool" : isCall() || isReasoning() ? "assistant" : type;
    }

    private boolean isReasoning() {
        return "reasoning".equals(type);
    }

    private boolean isCall() {
        return type != null && (type.endsWith("_call") || type.equals("mcp_approval_request"));
    }

    private boolean isOutput() {
        return type != null && type.endsWith("_output");
    }

    List<Part> parts() {
        if (isReasoning()) {
            return reasoning();
        }
        if (isCall()) {
            return call();
        }
        if (isOutput()) {
            List<Part> parts = new ArrayList<>(2);
            answered(parts);
            return parts;
        }
        return said.parts();
    }

    /** The thoughts themselves, else their summary, else that there were some. */
    private List<Part> reasoning() {
        List<Part> parts = new ArrayList<>(2);
        if (said.said() != null && !said.said().isEmpty()) {
            parts.add(Part.reasoning(said.said()));
        }
        boolean shown = !parts.isEmpty();
        for (int i = 0; !shown && summary != null && i < summary.size(); i++) {
            if (!summary.get(i).isEmpty()) {
                parts.add(Part.reasoning(summary.get(i).text()));
            }
        }
        if (parts.isEmpty()) {
            parts.add(Part.reasoning(null));
        }
        return parts;
    }

    private List<Part> call() {
        List<Part> parts = new ArrayList<>(2);
        boolean byServer = isByServer();
        String tool = name != null || isNamed() ? name : type;
        parts.add(byServer ? Part.serverToolCall(id(), tool, arguments.text()) : Part.toolCall(id(), tool, arguments.text()));
        if (drew) {
            parts.add(Part.media("image", null));
        }
        if (output != null) {
            parts.add(Part.serverToolResponse(id(), type, output.said()));
        }
        return parts;
    }

    /** What the provider runs itself; all other calls are the application's to make. */
    private boolean isByServer() {
        return switch (type) {
            case "web_search_call", "file_search_call", "code_interpreter_call", "image_generation_call", "mcp_call" -> true;
            // this one may be either's
            case "tool_search_call" -> !"client".equals(execution);
            default -> false;
        };
    }

    /** What must have a name; the provider's own tools have none but their type. */
    private boolean isNamed() {
        return type.equals("function_call") || type.equals("custom_tool_call") || type.startsWith("mcp_");
    }

    private void answered(List<Part> parts) {
        String text = output == null ? null : output.said();
        parts.add(Part.toolResponse(id(), text == null ? "" : text));
        if (output == null) {
            return;
        }
        List<Part> all = output.parts();
        for (int i = text == null || text.isEmpty() ? 0 : 1; i < all.size(); i++) {
            parts.add(all.get(i));
        }
    }

    private String id() {
        return callId != null ? callId : id;
    }
}

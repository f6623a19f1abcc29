package dev.clew.wire.cohere;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.wire.format.ChatMessage;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one request of a chat: a message and what was before it, or all messages alike. */
final class CohereRequest {
    private final Sent sent;
    private final byte[] source;
    private final ModelRequest request = new ModelRequest();
    private List<Message> messages;
    private List<Message> history;
    private String message;
    private List<Part> toolResults;

    CohereRequest(Sent sent) {
        this.sent = sent;
        this.source = sent.body.bytes;
    }

    /** Null where it has no message, or says nothing else of this API: others' addresses end in {@code /v1/chat} too. */
    ModelRequest read() {
        try (JsonParser p = Json.parser(source, sent.body.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    field(name, p);
                }
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        boolean namesModel = request.model != null || sent.model != null;
        boolean isFirst = message != null && (namesModel || history != null || request.system != null);
        boolean isSecond = messages != null && namesModel;
        if (!isFirst && !isSecond && !(sent.body.gap && namesModel)) {
            return null;
        }
        request.messages = messages != null ? messages : together();
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    private List<Message> together() {
        List<Message> all = history == null ? new ArrayList<>(1) : history;
        if (message != null && !message.isEmpty()) {
            all.add(Message.of("USER", message));
        }
        if (toolResults != null) {
            all.add(Message.of("TOOL", toolResults));
        }
        return all.isEmpty() ? null : all;
    }

    private void field(String name, JsonParser p) throws IOException {
        switch (name) {
            case "model" -> request.model = Json.text(p);
            case "message" -> message = Json.text(p);
            case "messages" -> {
                if (Json.enterArray(p)) {
                    messages = new ArrayList<>();
                    ChatMessage.readAll(p, source, messages);
                }
            }
            case "chat_history" -> history(p);
            case "preamble" -> {
                String text = Json.text(p);
                request.system = text == null ? null : List.of(Part.text(text));
            }
            case "tools" -> request.tools = Tools.read(p, source, null);
            case "tool_results" -> toolResults = results(p);
            case "temperature" -> request.temperature = Json.real(p);
            case "p" -> request.topP = Json.real(p);
            case "k" -> request.topK = Json.number(p);
            case "max_tokens" -> request.maxTokens = Json.number(p);
            case "stop_sequences" -> request.stop = Json.texts(p);
            case "seed" -> request.seed = Json.number(p);
            case "frequency_penalty" -> request.frequencyPenalty = Json.real(p);
            case "presence_penalty" -> request.presencePenalty = Json.real(p);
            case "stream" -> request.stream = Json.truth(p);
            case "conversation_id" -> request.conversationId = Json.text(p);
            case "response_format" -> {
                String type = Json.textAt(p, "type");
                request.outputType = type != null && type.startsWith("json") ? "json" : "text".equals(type) ? "text" : null;
            }
            default -> p.skipChildren();
        }
    }

    private void history(JsonParser p) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        history = new ArrayList<>();
        while (Json.nextObject(p)) {
            String role = null;
            List<Part> parts = new ArrayList<>(1);
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "role" -> role = Json.text(p);
                    case "message" -> {
                        String text = Json.text(p);
                        if (text != null && !text.isEmpty()) {
                            parts.add(Part.text(text));
                        }
                    }
                    case "tool_calls" -> CohereCalls.read(p, source, parts);
                    case "tool_results" -> parts.addAll(results(p));
                    default -> p.skipChildren();
                }
            }
            history.add(Message.of(role == null ? "USER" : role, parts));
        }
    }

    /** What tools answered; this API knows no ids. */
    private List<Part> results(JsonParser p) throws IOException {
        List<Part> parts = new ArrayList<>(1);
        if (!Json.enterArray(p)) {
            return parts;
        }
        while (Json.nextObject(p)) {
            String name;
            while ((name = Json.nextField(p)) != null) {
                if (name.equals("outputs")) {
                    parts.add(Part.toolResponse(null, Json.last("", Json.raw(p, source))));
                } else {
                    p.skipChildren();
                }
            }
        }
        return parts;
    }
}

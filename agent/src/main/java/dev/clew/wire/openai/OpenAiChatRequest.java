package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.wire.format.ChatMessage;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one chat completions request. */
final class OpenAiChatRequest {
    private final byte[] source;
    private final int length;
    private final boolean cut;
    private final ModelRequest request = new ModelRequest();
    private boolean hasMessages;

    OpenAiChatRequest(Payload body) {
        this.source = body.bytes;
        this.length = body.length;
        this.cut = body.gap;
    }

    /** Null where it has no messages. */
    ModelRequest read() {
        try (JsonParser p = Json.parser(source, length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    field(name, p);
                }
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        if (!hasMessages && !(cut && request.model != null)) {
            return null;
        }
        request.openaiApi = "chat_completions";
        request.cut = cut ? Boolean.TRUE : null;
        return request;
    }

    private void field(String name, JsonParser p) throws IOException {
        switch (name) {
            case "model" -> request.model = Json.text(p);
            case "messages" -> messages(p);
            // functions: what tools were before they were called that
            case "tools", "functions" -> request.tools = Tools.read(p, source, request.tools);
            case "temperature" -> request.temperature = Json.real(p);
            case "top_p" -> request.topP = Json.real(p);
            case "top_k" -> request.topK = Json.number(p);
            case "max_completion_tokens" -> request.maxTokens = Json.number(p);
            case "max_tokens" -> {
                Long limit = Json.number(p);
                request.maxTokens = request.maxTokens != null ? request.maxTokens : limit;
            }
            case "n" -> request.choices = Json.number(p);
            case "seed", "random_seed" -> request.seed = Json.number(p);
            case "stop" -> request.stop = Json.texts(p);
            case "frequency_penalty" -> request.frequencyPenalty = Json.real(p);
            case "presence_penalty" -> request.presencePenalty = Json.real(p);
            case "stream" -> request.stream = Json.truth(p);
            case "response_format" -> format(p);
            case "reasoning_effort" -> request.reasoningLevel = Json.text(p);
            case "reasoning" -> reasoning(p);
            case "service_tier" -> request.serviceTier = Json.text(p);
            default -> p.skipChildren();
        }
    }

    private void format(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("type")) {
                String type = Json.text(p);
                boolean isJson = type != null && type.startsWith("json");
                request.outputType = isJson ? "json" : "text".equals(type) ? "text" : null;
            } else {
                p.skipChildren();
            }
        }
    }

    /** OpenRouter's spelling. */
    private void reasoning(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("effort")) {
                request.reasoningLevel = Json.text(p);
            } else {
                p.skipChildren();
            }
        }
    }

    private void messages(JsonParser p) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        hasMessages = true;
        List<Message> messages = new ArrayList<>();
        request.messages = messages;
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (Json.isObject(p)) {
                ChatMessage message = new ChatMessage();
                message.read(p, source);
                List<Part> parts = message.parts();
                if (message.role() != null || !parts.isEmpty()) {
                    messages.add(Message.of(message.role() == null ? "user" : message.role(), parts));
                }
            } else {
                p.skipChildren();
            }
        }
    }
}

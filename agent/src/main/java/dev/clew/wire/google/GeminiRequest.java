package dev.clew.wire.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one request for content. Field names come in camel case or with underscores. */
final class GeminiRequest {
    private final Sent sent;
    private final byte[] source;
    private final ModelRequest request = new ModelRequest();
    private boolean isObject;

    GeminiRequest(Sent sent) {
        this.sent = sent;
        this.source = sent.body.bytes;
    }

    /** Null for an object without contents. Where there is none to be read, the address says enough: nobody else's ends so. */
    ModelRequest read() {
        try (JsonParser p = Json.parser(source, sent.body.length)) {
            isObject = p.nextToken() == JsonToken.START_OBJECT;
            if (isObject) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    field(name, p);
                }
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        if (isObject && request.messages == null && !sent.body.gap) {
            return null;
        }
        request.stream = sent.path.contains(GeminiGenerate.STREAM) ? Boolean.TRUE : null;
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    private void field(String name, JsonParser p) throws IOException {
        switch (name) {
            case "contents" -> contents(p);
            case "systemInstruction", "system_instruction" -> {
                GeminiContent content = new GeminiContent();
                content.read(p, source);
                List<Part> parts = content.blocks.parts();
                request.system = parts.isEmpty() ? null : parts;
            }
            case "tools" -> tools(p);
            case "generationConfig", "generation_config" -> config(p);
            case "serviceTier", "service_tier" -> request.serviceTier = Json.text(p);
            default -> p.skipChildren();
        }
    }

    private void contents(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        request.messages = new ArrayList<>();
        if (!Json.isArray(p)) {
            content(p);
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            content(p);
        }
    }

    private void content(JsonParser p) throws IOException {
        GeminiContent content = new GeminiContent();
        content.read(p, source);
        List<Part> parts = content.blocks.parts();
        if (content.role != null || !parts.isEmpty()) {
            request.messages.add(Message.of(content.role == null ? "user" : content.role, parts));
        }
    }

    private void tools(JsonParser p) throws IOException {
        if (Json.isObject(p)) {
            tool(p);
            return;
        }
        if (!Json.enterArray(p)) {
            return;
        }
        while (Json.nextObject(p)) {
            tool(p);
        }
    }

    private void tool(JsonParser p) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("functionDeclarations") || name.equals("function_declarations")) {
                request.tools = Tools.read(p, source, request.tools);
            } else {
                p.skipChildren();
            }
        }
    }

    private void config(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "temperature" -> request.temperature = Json.real(p);
                case "topP", "top_p" -> request.topP = Json.real(p);
                case "topK", "top_k" -> request.topK = Json.number(p);
                case "maxOutputTokens", "max_output_tokens" -> request.maxTokens = Json.number(p);
                case "candidateCount", "candidate_count" -> request.choices = Json.number(p);
                case "stopSequences", "stop_sequences" -> request.stop = Json.texts(p);
                case "seed" -> request.seed = Json.number(p);
                case "frequencyPenalty", "frequency_penalty" -> request.frequencyPenalty = Json.real(p);
                case "presencePenalty", "presence_penalty" -> request.presencePenalty = Json.real(p);
                case "responseMimeType", "response_mime_type" -> {
                    String type = Json.text(p);
                    request.outputType = "application/json".equals(type) ? "json" : "text/plain".equals(type) ? "text" : null;
                }
                case "thinkingConfig", "thinking_config" -> thinking(p);
                default -> p.skipChildren();
            }
        }
    }

    private void thinking(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("thinkingLevel") || name.equals("thinking_level")) {
                request.reasoningLevel = Json.scalar(p);
            } else {
                p.skipChildren();
            }
        }
    }
}

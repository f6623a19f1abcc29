package dev.clew.wire.anthropic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.wire.format.Blocks;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one request for a message. */
final class AnthropicRequest {
    private final Sent sent;
    private final byte[] source;
    private final ModelRequest request = new ModelRequest();
    private boolean hasMessages;
    private boolean hasVersion;

    AnthropicRequest(Sent sent) {
        this.sent = sent;
        this.source = sent.body.bytes;
    }

    /** Null where it has no messages, or neither a limit nor a version: then it is somebody else's. */
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
        boolean isOurs = hasMessages && (request.maxTokens != null || hasVersion);
        if (!isOurs && !(sent.body.gap && (request.model != null || hasMessages || hasVersion))) {
            return null;
        }
        if (request.stream == null && sent.path.endsWith(":streamRawPredict")) {
            request.stream = Boolean.TRUE;
        }
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    private void field(String name, JsonParser p) throws IOException {
        switch (name) {
            case "model" -> request.model = Json.text(p);
            case "messages" -> messages(p);
            case "system" -> request.system = system(p);
            case "tools" -> request.tools = Tools.read(p, source, null);
            case "max_tokens" -> request.maxTokens = Json.number(p);
            case "anthropic_version" -> hasVersion = Json.text(p) != null;
            case "temperature" -> request.temperature = Json.real(p);
            case "top_p" -> request.topP = Json.real(p);
            case "top_k" -> request.topK = Json.number(p);
            case "stop_sequences" -> request.stop = Json.texts(p);
            case "stream" -> request.stream = Json.truth(p);
            case "service_tier" -> request.serviceTier = Json.text(p);
            case "output_config" -> output(p);
            case "output_format" -> format(p);
            default -> p.skipChildren();
        }
    }

    private void output(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "effort" -> request.reasoningLevel = Json.text(p);
                case "format" -> format(p);
                default -> p.skipChildren();
            }
        }
    }

    private void format(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("type")) {
                String type = Json.text(p);
                request.outputType = type != null && type.startsWith("json") ? "json" : "text".equals(type) ? "text" : null;
            } else {
                p.skipChildren();
            }
        }
    }

    private List<Part> system(JsonParser p) throws IOException {
        Blocks blocks = new Blocks();
        AnthropicContent.read(p, source, blocks);
        List<Part> parts = blocks.parts();
        return parts.isEmpty() ? null : parts;
    }

    private void messages(JsonParser p) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        hasMessages = true;
        List<Message> messages = new ArrayList<>();
        request.messages = messages;
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (Json.isObject(p)) {
                messages.add(message(p));
            } else {
                String text = Json.text(p);
                if (text != null) {
                    messages.add(Message.of("user", text));
                }
            }
        }
    }

    private Message message(JsonParser p) throws IOException {
        String role = null;
        Blocks blocks = new Blocks();
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "role" -> role = Json.text(p);
                case "content" -> AnthropicContent.read(p, source, blocks);
                default -> p.skipChildren();
            }
        }
        return Message.of(role == null ? "user" : role, blocks.parts());
    }
}

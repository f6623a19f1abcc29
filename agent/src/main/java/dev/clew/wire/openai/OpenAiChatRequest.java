package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Payload;
import dev.clew.wire.shape.ChatMessage;
import dev.clew.wire.shape.Tools;
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
            case "messages" -> messages(p);
            // functions: what tools were before they were called that
            case "tools", "functions" -> request.tools = Tools.read(p, source, request.tools);
            default -> OpenAiSettings.read(name, p, request);
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

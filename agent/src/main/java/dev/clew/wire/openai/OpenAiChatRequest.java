package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.ModelRequest;
import dev.clew.wire.format.ChatMessage;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Tools;
import java.io.IOException;
import java.util.ArrayList;

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
        request.messages = new ArrayList<>();
        ChatMessage.readAll(p, source, request.messages);
    }
}

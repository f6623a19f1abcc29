package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.Part;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Tools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one request of the Responses API. */
final class OpenAiResponsesRequest {
    private final byte[] source;
    private final int length;
    private final boolean cut;
    private final ModelRequest request = new ModelRequest();
    private boolean hasInput;
    /** Something kept at the provider stands for the input, or for the beginning of it. */
    private boolean goesOn;

    OpenAiResponsesRequest(Payload body) {
        this.source = body.bytes;
        this.length = body.length;
        this.cut = body.gap;
    }

    /** Null where it has no input of any kind. */
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
        if (!hasInput && !goesOn && !(cut && request.model != null)) {
            return null;
        }
        request.openaiApi = "responses";
        request.cut = cut ? Boolean.TRUE : null;
        return request;
    }

    private void field(String name, JsonParser p) throws IOException {
        switch (name) {
            case "input" -> input(p);
            case "instructions" -> instructions(p);
            case "tools" -> request.tools = Tools.read(p, source, request.tools);
            case "previous_response_id" -> {
                request.previousResponseId = Json.text(p);
                goesOn |= request.previousResponseId != null;
            }
            case "conversation" -> {
                request.conversationId = Json.isObject(p) ? Json.textAt(p, "id") : Json.text(p);
                goesOn |= request.conversationId != null;
            }
            // a template that is kept at the provider
            case "prompt" -> goesOn |= Json.textAt(p, "id") != null;
            case "text" -> format(p);
            default -> OpenAiSettings.read(name, p, request);
        }
    }

    private void format(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("format")) {
                OpenAiSettings.read(name, p, request);
            } else {
                p.skipChildren();
            }
        }
    }

    private void instructions(JsonParser p) throws IOException {
        String text = Json.text(p);
        request.system = text == null || text.isEmpty() ? null : List.of(Part.text(text));
    }

    private void input(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.VALUE_STRING) {
            hasInput = true;
            request.messages = List.of(Message.of("user", p.getText()));
            return;
        }
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        hasInput = true;
        List<Message> messages = new ArrayList<>();
        request.messages = messages;
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (Json.isObject(p)) {
                OpenAiResponsesItem item = new OpenAiResponsesItem();
                item.read(p, source);
                messages.add(Message.of(item.role(), item.parts()));
            } else {
                p.skipChildren();
            }
        }
    }
}

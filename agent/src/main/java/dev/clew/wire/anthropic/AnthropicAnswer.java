package dev.clew.wire.anthropic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Blocks;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import java.io.IOException;
import java.util.List;

/** Reads an answer: a message, or the events that it is streamed in. */
final class AnthropicAnswer implements JsonEvents.Reader {
    private final Received received;
    private final ModelResponse response = new ModelResponse();
    private final Blocks blocks = new Blocks();
    private final Failure failure = new Failure();
    private boolean hasMessage;
    private String role;
    private String finishReason;
    private Long input;
    private Long cacheRead;
    private Long cacheWrite;

    AnthropicAnswer(Received received) {
        this.received = received;
    }

    /** Says how many events the stream had; null for not known. */
    void events(Long count) {
        response.events = count;
    }

    /** Reads one object that is the whole body. */
    void read(Payload body) {
        try (JsonParser p = Json.parser(body.bytes, body.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                object(p, body.bytes);
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
    }

    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        Long index = null;
        AnthropicContent begun = null;
        Delta delta = null;
        try {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "index" -> index = Json.number(p);
                    case "message" -> message(p, source);
                    case "content_block" -> begun = Json.enterObject(p) ? AnthropicContent.block(p, source) : null;
                    case "delta" -> delta = Json.enterObject(p) ? delta(p) : null;
                    default -> field(name, p, source);
                }
            }
        } finally {
            if (begun != null) {
                hasMessage = true;
                begun.into(blocks.at(index));
            }
            if (delta != null && delta.holdsAny()) {
                hasMessage = true;
                delta.into(blocks.at(index));
            }
        }
    }

    /** The first event's; a text is what gateways say of an error. */
    private void message(JsonParser p, byte[] source) throws IOException {
        if (!Json.isObject(p)) {
            failure.field("message", p);
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            field(name, p, source);
        }
    }

    private void field(String name, JsonParser p, byte[] source) throws IOException {
        switch (name) {
            case "id" -> response.id = Json.last(response.id, Json.text(p));
            case "model" -> response.model = Json.last(response.model, Json.text(p));
            case "role" -> {
                role = Json.last(role, Json.text(p));
                hasMessage = true;
            }
            case "content" -> {
                hasMessage = true;
                AnthropicContent.read(p, source, blocks);
            }
            case "stop_reason" -> finishReason = Json.last(finishReason, Json.text(p));
            case "usage" -> usage(p);
            default -> {
                if (!failure.field(name, p)) {
                    p.skipChildren();
                }
            }
        }
    }

    private static final class Delta {
        String text;
        String thinking;
        String json;

        boolean holdsAny() {
            return text != null || thinking != null || json != null;
        }

        void into(Blocks.Block block) {
            block.text(text);
            block.thought(thinking);
            block.arguments(json);
        }
    }

    private Delta delta(JsonParser p) throws IOException {
        Delta delta = new Delta();
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "text" -> delta.text = Json.text(p);
                case "thinking" -> delta.thinking = Json.text(p);
                case "partial_json" -> delta.json = Json.text(p);
                case "stop_reason" -> finishReason = Json.last(finishReason, Json.text(p));
                default -> p.skipChildren();
            }
        }
        return delta;
    }

    /** Later events repeat what has grown, and leave out what they don't know. */
    private void usage(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "input_tokens" -> input = Json.last(input, Json.number(p));
                case "cache_read_input_tokens" -> cacheRead = Json.last(cacheRead, Json.number(p));
                case "cache_creation_input_tokens" -> cacheWrite = Json.last(cacheWrite, Json.number(p));
                case "output_tokens" -> response.outputTokens = Json.last(response.outputTokens, Json.number(p));
                case "output_tokens_details" -> thought(p);
                case "service_tier" -> response.serviceTier = Json.last(response.serviceTier, Json.text(p));
                default -> p.skipChildren();
            }
        }
    }

    private void thought(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("thinking_tokens")) {
                response.reasoningTokens = Json.last(response.reasoningTokens, Json.number(p));
            } else {
                p.skipChildren();
            }
        }
    }

    ModelResponse finish() {
        if (hasMessage) {
            response.messages = List.of(new Message(role == null ? "assistant" : role, blocks.parts(), finishReason));
        }
        response.finishReasons = finishReason == null ? null : List.of(finishReason);
        response.id = Json.named(response.id);
        response.model = Json.named(response.model);
        response.cacheReadTokens = cacheRead;
        response.cacheWriteTokens = cacheWrite;
        if (input != null) {
            // here they are counted apart
            response.inputTokens = input + (cacheRead == null ? 0 : cacheRead) + (cacheWrite == null ? 0 : cacheWrite);
        }
        failure.into(response, received);
        return response;
    }
}

package dev.clew.wire.cohere;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.wire.format.ChatMessage;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Logprobs;
import dev.clew.wire.format.Received;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads an answer of either version: whole, or the events that it is streamed in. */
final class CohereAnswer implements JsonEvents.Reader {
    private final Received received;
    private final ModelResponse response = new ModelResponse();
    private final Failure failure = new Failure();
    private final Logprobs logprobs = new Logprobs();
    private ChatMessage message = new ChatMessage();
    /** The first version's. */
    private List<Part> calls = new ArrayList<>(0);
    private boolean hasMessage;
    private boolean streams;
    private String id;
    private String generationId;
    private String responseId;
    private String finishReason;

    CohereAnswer(Received received) {
        this.received = received;
    }

    /** Says how many events the stream had; null for not known. */
    void events(Long count) {
        response.events = count;
        streams = true;
    }

    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        String text = null;
        boolean asks = false;
        try {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "id" -> id = Json.last(id, Json.text(p));
                    case "generation_id" -> generationId = Json.last(generationId, Json.text(p));
                    case "response_id" -> responseId = Json.last(responseId, Json.text(p));
                    case "finish_reason" -> finishReason = Json.last(finishReason, Json.text(p));
                    case "usage", "meta" -> CohereUnits.read(p, response);
                    case "message" -> message(p, source);
                    case "delta" -> {
                        if (Json.enterObject(p)) {
                            object(p, source);
                        }
                    }
                    case "response" -> whole(p, source);
                    case "text" -> text = Json.text(p);
                    case "tool_calls" -> {
                        asks = true;
                        CohereCalls.read(p, source, calls);
                    }
                    case "logprobs" -> logprobs(p);
                    default -> {
                        if (!failure.field(name, p)) {
                            p.skipChildren();
                        }
                    }
                }
            }
        } finally {
            hasMessage |= text != null || asks;
            if (!(streams && asks)) {
                // beside calls an event repeats what was said before
                message.say(text);
            }
        }
    }

    /** What the first version's stream ends with has everything once more. */
    private void whole(JsonParser p, byte[] source) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        ChatMessage pieces = message;
        List<Part> asked = calls;
        message = new ChatMessage();
        calls = new ArrayList<>(0);
        streams = false;
        try {
            object(p, source);
        } finally {
            message = message.said() == null ? pieces : message;
            calls = calls.isEmpty() ? asked : calls;
            streams = true;
        }
    }

    private void message(JsonParser p, byte[] source) throws IOException {
        if (Json.isObject(p)) {
            hasMessage = true;
            message.read(p, source);
        } else {
            failure.field("message", p);
        }
    }

    /** Texts with a list of numbers each, or one of them. */
    private void logprobs(JsonParser p) throws IOException {
        if (Json.isObject(p)) {
            numbers(p);
        } else if (Json.enterArray(p)) {
            while (Json.nextObject(p)) {
                numbers(p);
            }
        }
    }

    private void numbers(JsonParser p) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("logprobs") && Json.isArray(p)) {
                while (p.nextToken() != JsonToken.END_ARRAY) {
                    logprobs.add(Json.real(p));
                }
            } else {
                p.skipChildren();
            }
        }
    }

    ModelResponse finish() {
        if (hasMessage) {
            List<Part> parts = message.parts();
            parts.addAll(calls);
            response.messages = List.of(new Message(message.role() == null ? "assistant" : message.role(), parts, finishReason));
        }
        response.finishReasons = finishReason == null ? null : List.of(finishReason);
        logprobs.into(response);
        failure.into(response, received);
        boolean answered = hasMessage || finishReason != null || response.errorType == null;
        // an error's id is not an answer's
        String first = Json.named(generationId) != null ? generationId : Json.named(id) != null ? id : Json.named(responseId);
        response.id = answered ? first : null;
        return response;
    }
}

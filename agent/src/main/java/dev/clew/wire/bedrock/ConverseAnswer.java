package dev.clew.wire.bedrock;

import com.fasterxml.jackson.core.JsonParser;
import dev.clew.trace.Message;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Blocks;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import java.io.IOException;
import java.util.List;

/** Reads an answer of Converse, or of Nova: a whole one, or events, each an object under its name. */
final class ConverseAnswer implements JsonEvents.Reader {
    private final ModelResponse response = new ModelResponse();
    private final Blocks blocks = new Blocks();
    private final Failure failure = new Failure();
    private boolean hasMessage;
    private String role;
    private String finishReason;
    private Long input;

    ModelResponse response() {
        return response;
    }

    Failure failure() {
        return failure;
    }

    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "output", "messageStart", "messageStop", "metadata" -> {
                    if (Json.enterObject(p)) {
                        object(p, source);
                    }
                }
                case "message" -> message(p, source);
                case "role" -> {
                    role = Json.last(role, Json.text(p));
                    hasMessage = true;
                }
                case "content" -> {
                    hasMessage = true;
                    ConverseContent.read(p, source, blocks);
                }
                case "contentBlockStart", "contentBlockDelta" -> piece(p, source);
                case "stopReason" -> finishReason = Json.last(finishReason, Json.text(p));
                case "usage" -> usage(p);
                case "serviceTier" -> tier(p);
                default -> {
                    if (!failure.field(name, p)) {
                        p.skipChildren();
                    }
                }
            }
        }
    }

    /** An object, or what AWS says of an error. */
    private void message(JsonParser p, byte[] source) throws IOException {
        if (Json.isObject(p)) {
            object(p, source);
        } else {
            failure.field("message", p);
        }
    }

    private void piece(JsonParser p, byte[] source) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        hasMessage = true;
        // the index may come behind the piece
        Long index = null;
        Blocks one = new Blocks();
        try {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "contentBlockIndex" -> index = Json.number(p);
                    case "start", "delta" -> {
                        if (Json.enterObject(p)) {
                            ConverseContent.block(p, source, one.at(null));
                        }
                    }
                    default -> p.skipChildren();
                }
            }
        } finally {
            if (one.last() != null) {
                blocks.at(index).add(one.last());
            }
        }
    }

    /** Nova's own names for what is cached are there with zeros where nothing ever is: these say nothing. */
    private void usage(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        Long read = null;
        Long written = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "inputTokens" -> input = Json.last(input, Json.number(p));
                case "outputTokens" -> response.outputTokens = Json.last(response.outputTokens, Json.number(p));
                case "cacheReadInputTokens" -> response.cacheReadTokens = Json.number(p);
                case "cacheWriteInputTokens" -> response.cacheWriteTokens = Json.number(p);
                case "cacheReadInputTokenCount" -> read = notZero(Json.number(p));
                case "cacheWriteInputTokenCount" -> written = notZero(Json.number(p));
                default -> p.skipChildren();
            }
        }
        response.cacheReadTokens = Json.last(read, response.cacheReadTokens);
        response.cacheWriteTokens = Json.last(written, response.cacheWriteTokens);
    }

    private static Long notZero(Long count) {
        return count == null || count == 0 ? null : count;
    }

    private void tier(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("type")) {
                response.serviceTier = Json.last(response.serviceTier, Json.text(p));
            } else {
                p.skipChildren();
            }
        }
    }

    ModelResponse finish(Received received) {
        if (hasMessage) {
            response.messages = List.of(new Message(role == null ? "assistant" : role, blocks.parts(), finishReason));
        }
        response.finishReasons = finishReason == null ? null : List.of(finishReason);
        if (input != null) {
            // here they are counted apart
            long cached = (response.cacheReadTokens == null ? 0 : response.cacheReadTokens)
                    + (response.cacheWriteTokens == null ? 0 : response.cacheWriteTokens);
            response.inputTokens = input + cached;
        }
        failure.into(response, received);
        return response;
    }
}

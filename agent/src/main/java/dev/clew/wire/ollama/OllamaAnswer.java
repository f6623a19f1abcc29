package dev.clew.wire.ollama;

import com.fasterxml.jackson.core.JsonParser;
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
import java.util.List;

/** Reads an answer to a chat or a prompt: whole, or put together from the lines of a stream. */
final class OllamaAnswer implements JsonEvents.Reader {
    private final ModelResponse response = new ModelResponse();
    private final ChatMessage message = new ChatMessage();
    private final Logprobs logprobs = new Logprobs();
    private final Failure failure = new Failure();
    private String finishReason;

    private OllamaAnswer() {}

    static ModelResponse of(Received received) {
        OllamaAnswer answer = new OllamaAnswer();
        if (received.isLines()) {
            JsonEvents lines = new JsonEvents();
            answer.response.events = received.lines(lines);
            lines.readAll(answer);
        } else {
            Json.readObject(received.body, answer);
        }
        return answer.finish(received);
    }

    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "model" -> {
                    String model = Json.text(p);
                    response.model = model == null ? response.model : model;
                }
                case "response" -> message.say(Json.text(p));
                case "thinking" -> message.think(Json.text(p));
                case "logprobs" -> logprobs.readAll(p);
                case "done_reason" -> {
                    String reason = Json.text(p);
                    finishReason = reason == null || reason.isEmpty() ? finishReason : reason;
                }
                // left out where all of the prompt was cached: then it is not known
                case "prompt_eval_count" -> response.inputTokens = Json.number(p);
                case "eval_count" -> response.outputTokens = Json.number(p);
                default -> other(name, p, source);
            }
        }
    }

    private void other(String name, JsonParser p, byte[] source) throws IOException {
        if (name.equals("message") && Json.isObject(p)) {
            message.read(p, source);
        } else if (!failure.field(name, p)) {
            p.skipChildren();
        }
    }

    private ModelResponse finish(Received received) {
        List<Part> parts = message.parts();
        if (!parts.isEmpty() || finishReason != null) {
            String role = message.role() == null ? "assistant" : message.role();
            response.messages = List.of(new Message(role, parts, finishReason));
        }
        response.finishReasons = finishReason == null ? null : List.of(finishReason);
        logprobs.into(response);
        failure.into(response, received);
        return response;
    }
}

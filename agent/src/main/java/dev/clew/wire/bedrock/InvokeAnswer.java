package dev.clew.wire.bedrock;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Grown;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Vectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds out whose words an answer is in, reads those that are a text or an embedding, and what Bedrock adds to all of them. */
final class InvokeAnswer implements JsonEvents.Reader {
    private static final String COUNT = "x-amzn-bedrock-";

    private final ModelResponse response = new ModelResponse();
    private final List<Choice> choices = new ArrayList<>(1);
    private final Vectors vectors = new Vectors();
    private final Failure failure = new Failure();
    private Family family = Family.PLAIN;
    private Long metricsInput;
    private Long metricsOutput;

    private static final class Choice {
        final Grown text = new Grown();
        String finishReason;
    }

    Family family() {
        return family;
    }

    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (family == Family.PLAIN) {
                tell(name, p);
            }
            switch (name) {
                case "amazon-bedrock-invocationMetrics" -> metrics(p);
                case "generation", "outputText", "completion", "text" -> add(0, p);
                case "stop_reason", "completionReason", "finish_reason" -> finish(0, Json.text(p));
                // Titan's, Mistral's, AI21's older, Cohere's older, DeepSeek's
                case "results", "outputs", "completions", "generations", "choices" -> choices(p);
                case "prompt_token_count", "inputTextTokenCount" -> response.inputTokens = Json.last(response.inputTokens, Json.number(p));
                case "generation_token_count", "totalOutputTextTokenCount" ->
                    response.outputTokens = Json.last(response.outputTokens, Json.number(p));
                case "embedding" -> vectors.one(p);
                case "embeddings" -> embeddings(p);
                case "id" -> response.id = Json.last(response.id, Json.scalar(p));
                default -> {
                    if (!failure.field(name, p)) {
                        p.skipChildren();
                    }
                }
            }
        }
    }

    /** What only one family says. */
    private void tell(String name, JsonParser p) throws IOException {
        JsonToken value = p.currentToken();
        switch (name) {
            case "type" -> {
                String type = value == JsonToken.VALUE_STRING ? p.getText() : "";
                if (type.startsWith("message") || type.startsWith("content_block")) {
                    family = Family.ANTHROPIC;
                }
            }
            case "output", "messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop" ->
                family = value == JsonToken.START_OBJECT ? Family.CONVERSE : family;
            case "choices" -> family = value == JsonToken.START_ARRAY ? Family.CHAT_COMPLETIONS : family;
            case "event_type", "generation_id", "chat_history" -> family = Family.COHERE;
            case "response_type" -> {
                boolean isEmbedding = value == JsonToken.VALUE_STRING && p.getText().startsWith("embedding");
                family = isEmbedding ? Family.COHERE_EMBED : family;
            }
            default -> {
                // says nothing
            }
        }
    }

    private Choice choice(int index) {
        while (choices.size() <= index) {
            choices.add(new Choice());
        }
        return choices.get(index);
    }

    private void add(int index, JsonParser p) throws IOException {
        String text = Json.text(p);
        if (text != null) {
            choice(index).text.add(text);
        }
    }

    private void finish(int index, String reason) {
        if (Json.named(reason) != null) {
            choice(index).finishReason = reason;
        }
    }

    private void choices(JsonParser p) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        for (int i = 0; Json.nextObject(p); i++) {
            choice(p, i);
        }
    }

    private void choice(JsonParser p, int index) throws IOException {
        choice(index);
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "outputText", "text" -> add(index, p);
                case "stop_reason", "completionReason", "finish_reason" -> finish(index, Json.text(p));
                case "tokenCount" -> {
                    Long count = Json.number(p);
                    response.outputTokens = count == null ? response.outputTokens
                            : (Long) (count + (response.outputTokens == null ? 0 : response.outputTokens));
                }
                case "data" -> {
                    String text = Json.textAt(p, "text");
                    choice(index).text.add(text);
                }
                case "finishReason" -> finish(index, Json.textAt(p, "reason"));
                default -> p.skipChildren();
            }
        }
    }

    /** Cohere's, a list or one for each type of number; or Nova's, objects. */
    private void embeddings(JsonParser p) throws IOException {
        if (Json.isObject(p)) {
            String name;
            while ((name = Json.nextField(p)) != null) {
                if (vectors.isEmpty()) {
                    vectors.all(p);
                } else {
                    p.skipChildren();
                }
            }
            return;
        }
        if (!Json.enterArray(p)) {
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            if (!Json.isObject(p)) {
                vectors.one(p);
                continue;
            }
            String name;
            while ((name = Json.nextField(p)) != null) {
                if (name.equals("embedding")) {
                    vectors.one(p);
                } else {
                    p.skipChildren();
                }
            }
        }
    }

    private void metrics(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "inputTokenCount" -> metricsInput = Json.number(p);
                case "outputTokenCount" -> metricsOutput = Json.number(p);
                default -> p.skipChildren();
            }
        }
    }

    /** The answer, where it is one of those that are read here. */
    ModelResponse finish(Received received) {
        List<Message> messages = new ArrayList<>(choices.size());
        List<String> reasons = new ArrayList<>(choices.size());
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            List<Part> parts = choice.text.isEmpty() ? List.of() : List.of(Part.text(choice.text.text()));
            messages.add(new Message("assistant", parts, choice.finishReason));
            if (choice.finishReason != null) {
                reasons.add(choice.finishReason);
            }
        }
        response.messages = messages.isEmpty() ? null : messages;
        response.finishReasons = reasons.isEmpty() ? null : reasons;
        vectors.into(response);
        failure.into(response, received);
        return response;
    }

    /** What some who answer with {@code choices} call by other names than OpenAI. */
    ModelResponse completing(ModelResponse other) {
        List<Message> messages = new ArrayList<>(choices.size());
        List<String> reasons = new ArrayList<>(choices.size());
        for (int i = 0; other.messages != null && i < other.messages.size(); i++) {
            Message message = other.messages.get(i);
            Choice choice = i < choices.size() ? choices.get(i) : new Choice();
            boolean onlyText = message.parts().isEmpty() && !choice.text.isEmpty();
            String reason = message.finishReason() != null ? message.finishReason() : choice.finishReason;
            messages.add(new Message(
                    message.role(), onlyText ? List.of(Part.text(choice.text.text())) : message.parts(), reason));
            if (reason != null) {
                reasons.add(reason);
            }
        }
        other.messages = messages.isEmpty() ? null : messages;
        other.finishReasons = reasons.isEmpty() ? null : reasons;
        return other;
    }

    /** Adds what Bedrock counted where the model's own words do not tell: behind a stream, or in headers. */
    void count(ModelResponse answer, Received received) {
        if (answer.inputTokens == null && metricsInput != null) {
            answer.inputTokens = metricsInput;
        } else if (answer.inputTokens == null) {
            Long input = header(received, "input");
            Long read = header(received, "cache-read-input");
            Long written = header(received, "cache-write-input");
            answer.inputTokens = input == null ? null : (Long) (input + (read == null ? 0 : read) + (written == null ? 0 : written));
        }
        answer.outputTokens = Json.last(Json.last(header(received, "output"), metricsOutput), answer.outputTokens);
    }

    private static Long header(Received received, String what) {
        String value = received.header(COUNT + what + "-token-count");
        try {
            return value == null ? null : (Long) Long.parseLong(value.trim());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}

package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Logprobs;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a chat completions answer: whole, or put together from the chunks of a stream. */
final class OpenAiChatAnswer implements JsonEvents.Reader {
    private static final int FIRST_ERROR = 400;
    /** The conventions' word for an error without a name. */
    private static final String UNNAMED = "_OTHER";

    private final int status;
    private final ModelResponse response = new ModelResponse();
    private final List<Choice> choices = new ArrayList<>(1);
    private final Logprobs logprobs = new Logprobs();
    private boolean failed;
    private String errorCode;
    private String errorKind;
    private String errorMessage;
    private boolean hasUsage;

    private static final class Choice {
        final long index;
        final OpenAiChatMessage message = new OpenAiChatMessage();
        String finishReason;

        Choice(long index) {
            this.index = index;
        }
    }

    /** @param status of HTTP */
    OpenAiChatAnswer(int status) {
        this.status = status;
    }

    /** Says how many events the stream had; null for not known. */
    void events(Long count) {
        response.events = count;
    }

    /** Reads one object that is the whole body. */
    void read(byte[] bytes, int length) {
        try (JsonParser p = Json.parser(bytes, length)) {
            JsonToken first = p.nextToken();
            if (first == JsonToken.START_ARRAY) {
                // errors of some gateways come in an array of one
                first = p.nextToken();
            }
            if (first == JsonToken.START_OBJECT) {
                object(p, bytes);
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
    }

    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        String topMessage = null;
        String topKind = null;
        String topCode = null;
        boolean says = status >= FIRST_ERROR;
        try {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "id" -> response.id = first(response.id, Json.text(p));
                    case "model" -> response.model = first(response.model, Json.text(p));
                    case "system_fingerprint" -> response.systemFingerprint = last(response.systemFingerprint, Json.text(p));
                    case "service_tier" -> response.serviceTier = last(response.serviceTier, Json.text(p));
                    case "choices" -> choices(p, source);
                    case "usage" -> hasUsage |= usage(p);
                    case "x_groq" -> groq(p);
                    case "error" -> error(p);
                    case "object" -> says |= "error".equals(Json.text(p));
                    // errors that are not wrapped: Mistral's, gateways'
                    case "message" -> topMessage = Json.text(p);
                    case "type" -> topKind = Json.text(p);
                    case "code" -> topCode = Json.scalar(p);
                    default -> p.skipChildren();
                }
            }
        } finally {
            if (says && !failed && topMessage != null) {
                failed(topCode, topKind, topMessage);
            }
        }
    }

    private static String first(String known, String more) {
        return known != null && !known.isEmpty() ? known : more;
    }

    private static String last(String known, String more) {
        return more != null ? more : known;
    }

    private void choices(JsonParser p, byte[] source) throws IOException {
        if (!Json.isArray(p)) {
            p.skipChildren();
            return;
        }
        for (long position = 0; p.nextToken() != JsonToken.END_ARRAY; position++) {
            if (Json.isObject(p)) {
                choice(p, source, position);
            } else {
                p.skipChildren();
            }
        }
    }

    private void choice(JsonParser p, byte[] source, long position) throws IOException {
        // the index comes first in practice; where it does not, the position is it
        Choice choice = null;
        String finishReason = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "index" -> {
                    Long index = Json.number(p);
                    choice = choice != null || index == null ? choice : choiceAt(index);
                }
                case "message", "delta" -> {
                    choice = choice == null ? choiceAt(position) : choice;
                    if (Json.isObject(p)) {
                        choice.message.read(p, source);
                    } else {
                        p.skipChildren();
                    }
                }
                case "logprobs" -> logprobs(p);
                case "finish_reason" -> finishReason = last(finishReason, Json.text(p));
                case "error" -> error(p);
                default -> p.skipChildren();
            }
        }
        choice = choice == null ? choiceAt(position) : choice;
        choice.finishReason = finishReason != null && !finishReason.isEmpty() ? finishReason : choice.finishReason;
    }

    private Choice choiceAt(long index) {
        int at = 0;
        while (at < choices.size() && choices.get(at).index < index) {
            at++;
        }
        if (at == choices.size() || choices.get(at).index != index) {
            choices.add(at, new Choice(index));
        }
        return choices.get(at);
    }

    private void logprobs(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("content") && Json.isArray(p)) {
                while (p.nextToken() != JsonToken.END_ARRAY) {
                    logprobs.readOne(p);
                }
            } else {
                p.skipChildren();
            }
        }
    }

    private void groq(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("usage") && !hasUsage) {
                usage(p);
            } else if (name.equals("error")) {
                error(p);
            } else {
                p.skipChildren();
            }
        }
    }

    /** Some send it with every chunk, growing: the last one counts. */
    private boolean usage(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return false;
        }
        Long input = null;
        Long output = null;
        Long total = null;
        Long cacheHits = null;
        Long[] inputDetails = new Long[2];
        Long[] outputDetails = new Long[2];
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "prompt_tokens" -> input = Json.number(p);
                case "completion_tokens" -> output = Json.number(p);
                case "total_tokens" -> total = Json.number(p);
                case "prompt_cache_hit_tokens" -> cacheHits = Json.number(p);
                case "prompt_tokens_details" -> details(p, "cached_tokens", "cache_write_tokens", inputDetails);
                case "completion_tokens_details" -> details(p, "reasoning_tokens", null, outputDetails);
                default -> p.skipChildren();
            }
        }
        Long reasoning = outputDetails[0];
        if (input != null && output != null && total != null && reasoning != null && total == input + output + reasoning) {
            // xAI does not count reasoning as output; the conventions do
            output += reasoning;
        }
        response.inputTokens = input;
        response.outputTokens = output;
        response.cacheReadTokens = inputDetails[0] != null ? inputDetails[0] : cacheHits;
        response.cacheWriteTokens = inputDetails[1];
        response.reasoningTokens = reasoning;
        return true;
    }

    private static void details(JsonParser p, String one, String two, Long[] into) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals(one)) {
                into[0] = Json.number(p);
            } else if (name.equals(two)) {
                into[1] = Json.number(p);
            } else {
                p.skipChildren();
            }
        }
    }

    private void error(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.VALUE_STRING) {
            failed(null, null, p.getText());
            return;
        }
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String code = null;
        String kind = null;
        String message = null;
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "code" -> code = Json.scalar(p);
                case "type" -> kind = Json.text(p);
                case "message" -> message = Json.text(p);
                default -> p.skipChildren();
            }
        }
        failed(code, kind, message);
    }

    private void failed(String code, String kind, String message) {
        failed = true;
        errorCode = code;
        errorKind = kind;
        errorMessage = message;
    }

    ModelResponse finish() {
        List<Message> messages = new ArrayList<>(choices.size());
        List<String> reasons = new ArrayList<>(choices.size());
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            String role = choice.message.role == null ? "assistant" : choice.message.role;
            messages.add(new Message(role, choice.message.parts(), choice.finishReason));
            if (choice.finishReason != null) {
                reasons.add(choice.finishReason);
            }
        }
        logprobs.into(response);
        response.id = name(response.id);
        response.model = name(response.model);
        response.messages = messages.isEmpty() ? null : messages;
        response.finishReasons = reasons.isEmpty() ? null : reasons;
        if (failed) {
            response.errorType = name(errorCode) != null ? errorCode : name(errorKind) != null ? errorKind : unnamed();
            response.errorMessage = errorMessage;
        }
        return response;
    }

    private static String name(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private String unnamed() {
        return status >= FIRST_ERROR ? String.valueOf(status) : UNNAMED;
    }
}

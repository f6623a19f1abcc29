package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.ChatMessage;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Logprobs;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a completions answer, of a chat or of a prompt: whole, or put together from the chunks of a stream. */
final class OpenAiChatAnswer implements JsonEvents.Reader {
    private final Received received;
    private final ModelResponse response = new ModelResponse();
    private final List<Choice> choices = new ArrayList<>(1);
    private final Logprobs logprobs = new Logprobs();
    private final Usage usage = new Usage();
    private final Failure failure = new Failure();

    private static final class Choice {
        final long index;
        final ChatMessage message = new ChatMessage();
        String finishReason;

        Choice(long index) {
            this.index = index;
        }
    }

    private OpenAiChatAnswer(Received received) {
        this.received = received;
    }

    static ModelResponse of(Received received) {
        OpenAiChatAnswer answer = new OpenAiChatAnswer(received);
        if (received.isEvents()) {
            JsonEvents events = new JsonEvents();
            answer.response.events = received.events(events);
            events.readAll(answer);
        } else {
            Json.readObject(received.body, answer);
        }
        return answer.finish();
    }

    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "id" -> response.id = first(response.id, Json.text(p));
                case "model" -> response.model = first(response.model, Json.text(p));
                case "system_fingerprint" -> response.systemFingerprint = last(response.systemFingerprint, Json.text(p));
                case "service_tier" -> response.serviceTier = last(response.serviceTier, Json.text(p));
                case "choices" -> choices(p, source);
                case "usage" -> usage.read(p);
                case "x_groq" -> groq(p);
                default -> {
                    if (!failure.field(name, p)) {
                        p.skipChildren();
                    }
                }
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
                case "text" -> {
                    choice = choice == null ? choiceAt(position) : choice;
                    choice.message.say(Json.text(p));
                }
                case "logprobs" -> logprobs(p);
                case "finish_reason" -> finishReason = last(finishReason, Json.text(p));
                case "error" -> failure.read(p);
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
            if (name.equals("content")) {
                logprobs.readAll(p);
            } else if (name.equals("token_logprobs") && Json.isArray(p)) {
                ofPrompt(p);
            } else {
                p.skipChildren();
            }
        }
    }

    /** Bare numbers. The first is null where the prompt is repeated: what was given is nothing the model was sure of. */
    private void ofPrompt(JsonParser p) throws IOException {
        boolean first = true;
        boolean repeated = false;
        while (p.nextToken() != JsonToken.END_ARRAY) {
            repeated |= first && p.currentToken() == JsonToken.VALUE_NULL;
            first = false;
            Double logprob = Json.real(p);
            logprobs.add(repeated ? null : logprob);
        }
    }

    private void groq(JsonParser p) throws IOException {
        if (!Json.isObject(p)) {
            p.skipChildren();
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("usage") && !usage.isKnown()) {
                usage.read(p);
            } else if (name.equals("error")) {
                failure.read(p);
            } else {
                p.skipChildren();
            }
        }
    }

    private ModelResponse finish() {
        List<Message> messages = new ArrayList<>(choices.size());
        List<String> reasons = new ArrayList<>(choices.size());
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            String role = choice.message.role() == null ? "assistant" : choice.message.role();
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
        usage.into(response);
        failure.into(response, received);
        return response;
    }

    private static String name(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

package dev.clew.wire.dashscope;

import com.fasterxml.jackson.core.JsonParser;
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
import java.util.Arrays;
import java.util.List;

/** Reads an answer: whole, or events, each with the next piece or with all there is until then. */
final class DashScopeAnswer implements JsonEvents.Reader {
    private final Received received;
    private final ModelResponse response = new ModelResponse();
    private final Usage usage = new Usage();
    private final Logprobs logprobs = new Logprobs();
    private final List<Choice> choices = new ArrayList<>(1);
    private String errorCode;
    private String errorMessage;

    private static final class Choice {
        /** All pieces put together. */
        final List<Piece> pieces = new ArrayList<>();

        final Growth said = new Growth();
        final Growth thought = new Growth();
        final Growth asked = new Growth();
        String finishReason;

        /** Whether each event repeats what came before: then the last one does not come with nothing. */
        boolean repeats() {
            boolean grows = said.grows && thought.grows && asked.grows;
            boolean often = said.times > 1 || thought.times > 1 || asked.times > 1;
            return grows && often && !pieces.get(pieces.size() - 1).isEmpty();
        }
    }

    /** An event's message; read anew where it turns out that events do not repeat. */
    private record Piece(ChatMessage message, byte[] json) {
        boolean isEmpty() {
            return isEmpty(message.said()) && isEmpty(message.thought()) && message.asked().isEmpty();
        }

        private static boolean isEmpty(String text) {
            return text == null || text.isEmpty();
        }
    }

    /** One of an event's texts, as it goes on from event to event. */
    private static final class Growth {
        boolean grows = true;
        int times;
        String last = "";

        void next(String text) {
            if (text != null && !text.isEmpty()) {
                grows &= text.startsWith(last);
                last = text;
                times++;
            }
        }
    }

    DashScopeAnswer(Received received) {
        this.received = received;
    }

    /** Says how many events the stream had; null for not known. */
    void events(Long count) {
        response.events = count;
    }

    @Override
    public void object(JsonParser p, byte[] source) throws IOException {
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "request_id" -> response.id = Json.last(response.id, Json.named(Json.text(p)));
                case "model" -> response.model = Json.last(response.model, Json.named(Json.text(p)));
                case "output" -> output(p, source);
                case "usage" -> usage.read(p);
                // both are there, and empty, where all went well
                case "code" -> errorCode = Json.last(errorCode, Json.named(Json.text(p)));
                case "message" -> errorMessage = Json.last(errorMessage, Json.named(Json.text(p)));
                default -> p.skipChildren();
            }
        }
    }

    private void output(JsonParser p, byte[] source) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "choices" -> {
                    boolean isArray = Json.enterArray(p);
                    for (int position = 0; isArray && Json.nextObject(p); position++) {
                        choice(p, source, position);
                    }
                }
                case "text" -> {
                    String text = Json.text(p);
                    if (text != null) {
                        ChatMessage message = new ChatMessage();
                        message.say(text);
                        add(choice(0), message, null);
                    }
                }
                case "finish_reason" -> finish(choice(0), Json.text(p));
                default -> p.skipChildren();
            }
        }
    }

    private Choice choice(int index) {
        while (choices.size() <= index) {
            choices.add(new Choice());
        }
        return choices.get(index);
    }

    private void choice(JsonParser p, byte[] source, int position) throws IOException {
        Choice choice = choice(position);
        String name;
        while ((name = Json.nextField(p)) != null) {
            switch (name) {
                case "message" -> message(p, source, choice);
                case "finish_reason" -> finish(choice, Json.text(p));
                case "logprobs" -> logprobs(p);
                default -> p.skipChildren();
            }
        }
    }

    private void message(JsonParser p, byte[] source, Choice choice) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        ChatMessage message = new ChatMessage();
        int start = (int) p.currentTokenLocation().getByteOffset();
        int end = source.length;
        try {
            message.read(p, source);
            end = (int) p.currentLocation().getByteOffset();
        } finally {
            add(choice, message, Arrays.copyOfRange(source, start, end));
        }
    }

    private static void add(Choice choice, ChatMessage message, byte[] json) {
        choice.pieces.add(new Piece(message, json));
        choice.said.next(message.said());
        choice.thought.next(message.thought());
        choice.asked.next(message.asked());
    }

    /** While it goes on the reason is the word "null". */
    private static void finish(Choice choice, String reason) {
        if (Json.named(reason) != null && !reason.equals("null")) {
            choice.finishReason = reason;
        }
    }

    private void logprobs(JsonParser p) throws IOException {
        if (!Json.enterObject(p)) {
            return;
        }
        String name;
        while ((name = Json.nextField(p)) != null) {
            if (name.equals("content")) {
                logprobs.readAll(p);
            } else {
                p.skipChildren();
            }
        }
    }

    ModelResponse finish() {
        List<Message> messages = new ArrayList<>(choices.size());
        List<String> reasons = new ArrayList<>(choices.size());
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            ChatMessage message = message(choice);
            messages.add(new Message(message.role() == null ? "assistant" : message.role(), message.parts(), choice.finishReason));
            if (choice.finishReason != null) {
                reasons.add(choice.finishReason);
            }
        }
        response.messages = messages.isEmpty() ? null : messages;
        response.finishReasons = reasons.isEmpty() ? null : reasons;
        usage.into(response);
        logprobs.into(response);
        if (errorCode != null || errorMessage != null && received.failed()) {
            Failure failure = new Failure();
            failure.say(errorCode, errorMessage);
            failure.into(response, received);
        }
        return response;
    }

    private static ChatMessage message(Choice choice) {
        int count = choice.pieces.size();
        if (count == 0) {
            return new ChatMessage();
        }
        ChatMessage last = choice.pieces.get(count - 1).message;
        if (count == 1 || !choice.repeats()) {
            return together(choice);
        }
        if (last.thought() == null || last.thought().isEmpty()) {
            last.think(choice.thought.last);
        }
        return last;
    }

    private static ChatMessage together(Choice choice) {
        ChatMessage all = new ChatMessage();
        for (int i = 0; i < choice.pieces.size(); i++) {
            Piece piece = choice.pieces.get(i);
            if (piece.json == null) {
                all.say(piece.message.said());
                continue;
            }
            try (JsonParser p = Json.parser(piece.json, piece.json.length)) {
                p.nextToken();
                all.read(p, piece.json);
            } catch (IOException brokenOff) {
                // what was read until there is true
            }
        }
        return all;
    }
}

package dev.clew.wire.dashscope;

import com.fasterxml.jackson.core.JsonParser;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.ChatMessage;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.Tools;
import dev.clew.wire.format.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Generation of text, from texts alone and from pictures and sounds too. */
public final class DashScopeGeneration implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        Request request = new Request(sent);
        Json.readObject(sent.body, request);
        return request.finish();
    }

    @Override
    public ModelResponse response(Received received) {
        DashScopeAnswer answer = new DashScopeAnswer(received);
        if (received.isEvents()) {
            JsonEvents events = new JsonEvents();
            answer.events(received.events(events));
            events.readAll(answer);
        } else {
            Json.readObject(received.body, answer);
        }
        return answer.finish();
    }

    private static final class Request implements JsonEvents.Reader {
        private final Sent sent;
        private final ModelRequest request = new ModelRequest();
        private List<Message> messages;
        private String prompt;

        Request(Sent sent) {
            this.sent = sent;
        }

        /** Null where there is no input to go on from. */
        ModelRequest finish() {
            boolean hasInput = messages != null || prompt != null;
            if (!hasInput && !(sent.body.gap && request.model != null)) {
                return null;
            }
            if (prompt != null) {
                messages = messages == null ? new ArrayList<>(1) : messages;
                messages.add(Message.of("user", prompt));
            }
            request.messages = messages;
            request.cut = sent.body.gap ? Boolean.TRUE : null;
            return request;
        }

        @Override
        public void object(JsonParser p, byte[] source) throws IOException {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "model" -> request.model = Json.text(p);
                    case "input" -> input(p, source);
                    case "parameters" -> parameters(p, source);
                    default -> p.skipChildren();
                }
            }
        }

        private void input(JsonParser p, byte[] source) throws IOException {
            if (!Json.enterObject(p)) {
                return;
            }
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "messages" -> {
                        if (Json.enterArray(p)) {
                            messages = messages == null ? new ArrayList<>() : messages;
                            ChatMessage.readAll(p, source, messages);
                        }
                    }
                    case "prompt" -> prompt = Json.text(p);
                    case "history" -> history(p);
                    default -> p.skipChildren();
                }
            }
        }

        /** What stood before a prompt, before there were messages. */
        private void history(JsonParser p) throws IOException {
            if (!Json.enterArray(p)) {
                return;
            }
            messages = messages == null ? new ArrayList<>() : messages;
            while (Json.nextObject(p)) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    String text = Json.text(p);
                    if (text != null) {
                        messages.add(Message.of(name, text));
                    }
                }
            }
        }

        private void parameters(JsonParser p, byte[] source) throws IOException {
            if (!Json.enterObject(p)) {
                return;
            }
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "temperature" -> request.temperature = Json.real(p);
                    case "top_p" -> request.topP = Json.real(p);
                    case "top_k" -> request.topK = Json.number(p);
                    case "max_tokens" -> request.maxTokens = Json.number(p);
                    case "stop" -> request.stop = Json.texts(p);
                    case "seed" -> request.seed = Json.number(p);
                    case "n" -> request.choices = Json.number(p);
                    case "presence_penalty" -> request.presencePenalty = Json.real(p);
                    case "frequency_penalty" -> request.frequencyPenalty = Json.real(p);
                    case "tools" -> request.tools = Tools.read(p, source, null);
                    case "response_format" -> {
                        String type = Json.textAt(p, "type");
                        request.outputType = type != null && type.startsWith("json") ? "json" : "text".equals(type) ? "text" : null;
                    }
                    // a header says whether it streams; only a stream has increments
                    case "incremental_output" -> request.stream = Boolean.TRUE.equals(Json.truth(p)) ? Boolean.TRUE : null;
                    default -> p.skipChildren();
                }
            }
        }
    }
}

package dev.clew.wire.ollama;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.wire.format.ChatMessage;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.Tools;
import dev.clew.wire.format.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Ollama's own chat and generate. */
public final class OllamaChat implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return new Request(sent).read();
    }

    @Override
    public ModelResponse response(Received received) {
        return OllamaAnswer.of(received);
    }

    private static final class Request {
        private final Sent sent;
        private final ModelRequest request = new ModelRequest();
        private boolean asks;
        /** A prompt and its images. */
        private final ChatMessage prompt = new ChatMessage();
        private String suffix;

        Request(Sent sent) {
            this.sent = sent;
        }

        /** Null where it has neither messages nor a prompt: to load or unload a model is no call of it. */
        ModelRequest read() {
            request.stream = Boolean.TRUE;
            try (JsonParser p = Json.parser(sent.body.bytes, sent.body.length)) {
                if (p.nextToken() == JsonToken.START_OBJECT) {
                    String name;
                    while ((name = Json.nextField(p)) != null) {
                        field(name, p);
                    }
                }
            } catch (IOException brokenOff) {
                // what was read until there is true
            }
            if (!asks && !(sent.body.gap && request.model != null)) {
                return null;
            }
            prompt();
            request.cut = sent.body.gap ? Boolean.TRUE : null;
            return request;
        }

        private void field(String name, JsonParser p) throws IOException {
            switch (name) {
                case "model" -> request.model = Json.text(p);
                case "messages" -> messages(p);
                case "prompt" -> {
                    String text = Json.text(p);
                    asks |= text != null;
                    prompt.say(text);
                }
                case "images" -> prompt.images(p);
                case "suffix" -> suffix = Json.text(p);
                case "system" -> {
                    String text = Json.text(p);
                    request.system = text == null || text.isEmpty() ? null : List.of(Part.text(text));
                }
                case "tools" -> request.tools = Tools.read(p, sent.body.bytes, request.tools);
                case "options" -> options(p);
                case "think" -> request.reasoningLevel = Json.text(p);
                case "format" -> format(p);
                // not said is yes
                case "stream" -> request.stream = !Boolean.FALSE.equals(Json.truth(p));
                default -> p.skipChildren();
            }
        }

        /** A word or a schema. */
        private void format(JsonParser p) throws IOException {
            boolean isSchema = Json.isObject(p);
            String word = Json.text(p);
            request.outputType = isSchema || "json".equals(word) ? "json" : null;
        }

        private void options(JsonParser p) throws IOException {
            if (!Json.isObject(p)) {
                p.skipChildren();
                return;
            }
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "temperature" -> request.temperature = Json.real(p);
                    case "top_p" -> request.topP = Json.real(p);
                    case "top_k" -> request.topK = Json.number(p);
                    case "seed" -> request.seed = Json.number(p);
                    case "stop" -> request.stop = Json.texts(p);
                    case "frequency_penalty" -> request.frequencyPenalty = Json.real(p);
                    case "presence_penalty" -> request.presencePenalty = Json.real(p);
                    case "num_predict" -> {
                        Long limit = Json.number(p);
                        // below 0 is no limit
                        request.maxTokens = limit == null || limit < 0 ? null : limit;
                    }
                    default -> p.skipChildren();
                }
            }
        }

        private void messages(JsonParser p) throws IOException {
            if (!Json.isArray(p)) {
                p.skipChildren();
                return;
            }
            asks = true;
            request.messages = new ArrayList<>();
            ChatMessage.readAll(p, sent.body.bytes, request.messages);
        }

        private void prompt() {
            List<Part> parts = prompt.parts();
            if (request.messages != null || parts.isEmpty()) {
                return;
            }
            request.messages = new ArrayList<>(2);
            request.messages.add(Message.of("user", parts));
            if (suffix != null && !suffix.isEmpty()) {
                // nobody says it: it is what shall come after the answer
                request.messages.add(Message.of("suffix", suffix));
            }
        }
    }
}

package dev.clew.wire.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.wire.format.Inputs;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Completions of a prompt, as they were before chats; Mistral's fill-in-the-middle too. */
public final class OpenAiCompletions implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        ModelRequest request = new ModelRequest();
        List<Part> prompt = null;
        String suffix = null;
        try (JsonParser p = Json.parser(sent.body.bytes, sent.body.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    switch (name) {
                        case "prompt" -> prompt = Inputs.read(p);
                        case "suffix" -> suffix = Json.text(p);
                        default -> OpenAiSettings.read(name, p, request);
                    }
                }
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        if (prompt == null && !(sent.body.gap && request.model != null)) {
            return null;
        }
        request.messages = messages(prompt, suffix);
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    private static List<Message> messages(List<Part> prompt, String suffix) {
        List<Message> messages = new ArrayList<>(2);
        if (prompt != null && !prompt.isEmpty()) {
            messages.add(Message.of("user", prompt));
        }
        if (suffix != null && !suffix.isEmpty()) {
            // nobody says it: it is what shall come after the answer
            messages.add(Message.of("suffix", suffix));
        }
        return messages.isEmpty() ? null : messages;
    }

    @Override
    public ModelResponse response(Received received) {
        return OpenAiChatAnswer.of(received);
    }
}

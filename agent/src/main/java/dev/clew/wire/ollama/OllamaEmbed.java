package dev.clew.wire.ollama;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;
import dev.clew.wire.shape.Failure;
import dev.clew.wire.shape.Inputs;
import dev.clew.wire.shape.Vectors;
import java.io.IOException;
import java.util.List;

/** Ollama's own embeddings: of many texts, and, as it was before, of one. */
public final class OllamaEmbed implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        ModelRequest request = new ModelRequest();
        List<Part> input = null;
        try (JsonParser p = Json.parser(sent.body.bytes, sent.body.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    switch (name) {
                        case "model" -> request.model = Json.text(p);
                        case "input", "prompt" -> {
                            List<Part> more = Inputs.read(p);
                            input = input == null ? more : input;
                        }
                        default -> p.skipChildren();
                    }
                }
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        return Inputs.embedded(request, input, sent);
    }

    @Override
    public ModelResponse response(Received received) {
        Answer answer = new Answer();
        Json.readObject(received.body, answer);
        if (answer.complete) {
            answer.vectors.into(answer.response);
        }
        answer.failure.into(answer.response, received);
        return answer.response;
    }

    private static final class Answer implements JsonEvents.Reader {
        final ModelResponse response = new ModelResponse();
        final Failure failure = new Failure();
        final Vectors vectors = new Vectors();
        /** Half a list says nothing of how many there are. */
        boolean complete;

        @Override
        public void object(JsonParser p, byte[] source) throws IOException {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "model" -> response.model = Json.text(p);
                    case "embeddings" -> {
                        vectors.all(p);
                        complete = true;
                    }
                    case "embedding" -> {
                        vectors.one(p);
                        complete = true;
                    }
                    case "prompt_eval_count" -> response.inputTokens = Json.number(p);
                    default -> {
                        if (!failure.field(name, p)) {
                            p.skipChildren();
                        }
                    }
                }
            }
        }
    }
}

package dev.clew.wire.openai;

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
import dev.clew.wire.shape.Usage;
import dev.clew.wire.shape.Vectors;
import java.io.IOException;
import java.util.List;

/** Embeddings, OpenAI's own and everybody else's. */
public final class OpenAiEmbeddings implements WireFormat {
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
                        case "input" -> input = Inputs.read(p);
                        case "encoding_format" -> request.encodingFormats = Json.texts(p);
                        // Jina's and Voyage's
                        case "embedding_type", "output_dtype" -> {
                            List<String> types = Json.texts(p);
                            request.encodingFormats = request.encodingFormats == null ? types : request.encodingFormats;
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
        answer.usage.allIsInput();
        answer.usage.into(answer.response);
        if (answer.complete) {
            answer.vectors.into(answer.response);
        }
        answer.failure.into(answer.response, received);
        return answer.response;
    }

    private static final class Answer implements JsonEvents.Reader {
        final ModelResponse response = new ModelResponse();
        final Usage usage = new Usage();
        final Failure failure = new Failure();
        final Vectors vectors = new Vectors();
        /** Half a list says nothing of how many there are. */
        boolean complete;

        @Override
        public void object(JsonParser p, byte[] source) throws IOException {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "id" -> response.id = Json.text(p);
                    case "model" -> response.model = Json.text(p);
                    case "data" -> data(p);
                    case "usage" -> usage.read(p);
                    default -> {
                        if (!failure.field(name, p)) {
                            p.skipChildren();
                        }
                    }
                }
            }
        }

        private void data(JsonParser p) throws IOException {
            if (!Json.enterArray(p)) {
                return;
            }
            while (Json.nextObject(p)) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    if (name.equals("embedding")) {
                        vectors.one(p);
                    } else {
                        p.skipChildren();
                    }
                }
            }
            complete = true;
        }
    }
}

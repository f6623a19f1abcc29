package dev.clew.wire.cohere;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.wire.format.ChatMessage;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Inputs;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.Vectors;
import dev.clew.wire.format.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Embeddings of the API's first and second version, from Cohere itself and as Bedrock passes them on. */
public final class CohereEmbed implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        ModelRequest request = new ModelRequest();
        List<Part> parts = new ArrayList<>();
        boolean hasInput = false;
        boolean hasType = false;
        try (JsonParser p = Json.parser(sent.body.bytes, sent.body.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                String name;
                while ((name = Json.nextField(p)) != null) {
                    switch (name) {
                        case "model" -> request.model = Json.text(p);
                        case "texts" -> {
                            List<Part> texts = Inputs.read(p);
                            hasInput |= texts != null;
                            parts.addAll(texts == null ? List.of() : texts);
                        }
                        case "images" -> {
                            ChatMessage images = new ChatMessage();
                            images.images(p);
                            hasInput = true;
                            parts.addAll(images.parts());
                        }
                        case "inputs" -> {
                            hasInput |= Json.isArray(p);
                            inputs(p, parts);
                        }
                        case "input_type" -> hasType = Json.text(p) != null;
                        case "embedding_types" -> request.encodingFormats = Json.texts(p);
                        default -> p.skipChildren();
                    }
                }
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        boolean isOurs = request.model != null || hasType || sent.model != null;
        if (!isOurs || !hasInput && !sent.body.gap) {
            return null;
        }
        request.messages = parts.isEmpty() ? null : List.of(Message.of("user", parts));
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    /** Each with a content of its own. */
    private static void inputs(JsonParser p, List<Part> into) throws IOException {
        if (!Json.enterArray(p)) {
            return;
        }
        while (Json.nextObject(p)) {
            String name;
            while ((name = Json.nextField(p)) != null) {
                if (name.equals("content")) {
                    ChatMessage content = new ChatMessage();
                    content.content(p);
                    into.addAll(content.parts());
                } else {
                    p.skipChildren();
                }
            }
        }
    }

    @Override
    public ModelResponse response(Received received) {
        Answer answer = new Answer();
        Json.readObject(received.body, answer);
        ModelResponse response = answer.response;
        answer.failure.into(response, received);
        response.id = response.errorType == null ? Json.named(answer.id) : null;
        if (response.inputTokens == null) {
            // for embeddings these are the same, and all that some answers tell
            response.inputTokens = response.billedInputTokens;
        }
        return response;
    }

    private static final class Answer implements JsonEvents.Reader {
        /** Numbers that stand for eight dimensions each. */
        private static final int PACKED = 8;

        final ModelResponse response = new ModelResponse();
        final Failure failure = new Failure();
        String id;

        @Override
        public void object(JsonParser p, byte[] source) throws IOException {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "id" -> id = Json.text(p);
                    case "embeddings" -> embeddings(p);
                    case "meta" -> CohereUnits.read(p, response);
                    default -> {
                        if (!failure.field(name, p)) {
                            p.skipChildren();
                        }
                    }
                }
            }
        }

        /** One list, or a list for each type of number, all of the same vectors. */
        private void embeddings(JsonParser p) throws IOException {
            if (Json.isArray(p)) {
                list(p, 1);
                return;
            }
            if (!Json.enterObject(p)) {
                return;
            }
            String type;
            while ((type = Json.nextField(p)) != null) {
                if (response.embeddings == null) {
                    list(p, type.endsWith("binary") ? PACKED : 1);
                } else {
                    p.skipChildren();
                }
            }
        }

        private void list(JsonParser p, int dimensionsEach) throws IOException {
            Vectors vectors = new Vectors();
            vectors.all(p);
            vectors.into(response);
            if (response.dimensions != null) {
                response.dimensions *= dimensionsEach;
            }
        }
    }
}

package dev.clew.wire.google;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.Vectors;
import dev.clew.wire.format.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Embeddings: one or many of the Gemini API, and Vertex AI's predictions where they are of that kind. */
public final class GeminiEmbed implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        byte[] source = sent.body.bytes;
        Inputs inputs = new Inputs();
        try (JsonParser p = Json.parser(source, sent.body.length)) {
            if (p.nextToken() == JsonToken.START_OBJECT) {
                inputs.object(p, source);
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        boolean isEmbedding = !sent.path.endsWith(":predict") || sent.model != null && sent.model.contains("embed");
        if (!isEmbedding || !inputs.any && !sent.body.gap) {
            return null;
        }
        ModelRequest request = new ModelRequest();
        request.messages = inputs.parts.isEmpty() ? null : List.of(Message.of("user", inputs.parts));
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    /** Goes down to what is to be embedded: {@code content}, or {@code requests} or {@code instances} with one each. */
    private static final class Inputs {
        final List<Part> parts = new ArrayList<>();
        boolean any;

        void object(JsonParser p, byte[] source) throws IOException {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "content" -> {
                        any = true;
                        GeminiContent content = new GeminiContent();
                        content.read(p, source);
                        parts.addAll(content.blocks.parts());
                    }
                    case "text" -> {
                        String text = Json.text(p);
                        any = true;
                        if (text != null) {
                            parts.add(Part.text(text));
                        }
                    }
                    case "image", "video", "audio" -> {
                        any = true;
                        parts.add(Part.media(name, null));
                        p.skipChildren();
                    }
                    case "requests", "instances" -> {
                        boolean isArray = Json.enterArray(p);
                        while (isArray && Json.nextObject(p)) {
                            object(p, source);
                        }
                    }
                    default -> p.skipChildren();
                }
            }
        }
    }

    @Override
    public ModelResponse response(Received received) {
        Answer answer = new Answer();
        try (JsonParser p = Json.parser(received.body.bytes, received.body.length)) {
            JsonToken first = p.nextToken();
            if (first == JsonToken.START_ARRAY) {
                // errors come so too
                first = p.nextToken();
            }
            if (first == JsonToken.START_OBJECT) {
                answer.object(p);
            }
        } catch (IOException brokenOff) {
            // what was read until there is true
        }
        ModelResponse response = new ModelResponse();
        answer.vectors.into(response);
        response.inputTokens = answer.promptTokens != null ? answer.promptTokens : answer.textTokens;
        answer.failure.into(response, received);
        return response;
    }

    private static final class Answer {
        final Vectors vectors = new Vectors();
        final Failure failure = new Failure();
        Long promptTokens;
        Long textTokens;

        void object(JsonParser p) throws IOException {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "embedding", "embeddings", "predictions", "statistics", "usageMetadata" -> nested(p);
                    case "values", "textEmbedding", "imageEmbedding" -> vectors.one(p);
                    case "promptTokenCount" -> promptTokens = Json.number(p);
                    case "tokenCount", "token_count" -> {
                        Long count = Json.number(p);
                        textTokens = count == null ? textTokens : (Long) (count + (textTokens == null ? 0 : textTokens));
                    }
                    default -> {
                        if (!failure.field(name, p)) {
                            p.skipChildren();
                        }
                    }
                }
            }
        }

        private void nested(JsonParser p) throws IOException {
            if (Json.isObject(p)) {
                object(p);
            } else if (Json.enterArray(p)) {
                while (Json.nextObject(p)) {
                    object(p);
                }
            }
        }
    }
}

package dev.clew.wire.dashscope;

import com.fasterxml.jackson.core.JsonParser;
import dev.clew.trace.Message;
import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.trace.Part;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.Inputs;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.Usage;
import dev.clew.wire.format.Vectors;
import dev.clew.wire.format.WireFormat;
import java.io.IOException;
import java.util.List;

/** Embeddings of texts, and of pictures and films. */
public final class DashScopeEmbeddings implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        Request reader = new Request();
        Json.readObject(sent.body, reader);
        ModelRequest request = reader.request;
        if (reader.input == null && !(sent.body.gap && request.model != null)) {
            return null;
        }
        request.messages = reader.input == null || reader.input.isEmpty() ? null : List.of(Message.of("user", reader.input));
        request.cut = sent.body.gap ? Boolean.TRUE : null;
        return request;
    }

    private static final class Request implements JsonEvents.Reader {
        final ModelRequest request = new ModelRequest();
        List<Part> input;

        @Override
        public void object(JsonParser p, byte[] source) throws IOException {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "model" -> request.model = Json.text(p);
                    case "input" -> {
                        if (Json.enterObject(p)) {
                            object(p, source);
                        }
                    }
                    case "texts", "contents" -> input = Inputs.read(p);
                    default -> p.skipChildren();
                }
            }
        }
    }

    @Override
    public ModelResponse response(Received received) {
        Answer answer = new Answer();
        Json.readObject(received.body, answer);
        ModelResponse response = answer.response;
        answer.usage.allIsInput();
        answer.usage.into(response);
        answer.vectors.into(response);
        if (answer.code != null || answer.message != null && received.failed()) {
            Failure failure = new Failure();
            failure.say(answer.code, answer.message);
            failure.into(response, received);
        }
        return response;
    }

    private static final class Answer implements JsonEvents.Reader {
        final ModelResponse response = new ModelResponse();
        final Usage usage = new Usage();
        final Vectors vectors = new Vectors();
        String code;
        String message;

        @Override
        public void object(JsonParser p, byte[] source) throws IOException {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "request_id" -> response.id = Json.named(Json.text(p));
                    case "output" -> {
                        if (Json.enterObject(p)) {
                            object(p, source);
                        }
                    }
                    case "embeddings" -> {
                        boolean isArray = Json.enterArray(p);
                        while (isArray && Json.nextObject(p)) {
                            object(p, source);
                        }
                    }
                    case "embedding" -> vectors.one(p);
                    case "usage" -> usage.read(p);
                    case "code" -> code = Json.named(Json.text(p));
                    case "message" -> message = Json.named(Json.text(p));
                    default -> p.skipChildren();
                }
            }
        }
    }
}

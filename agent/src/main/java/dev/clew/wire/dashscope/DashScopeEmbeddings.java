package dev.clew.wire.dashscope;

import com.fasterxml.jackson.core.JsonParser;
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

/** Embeddings of texts, and of pictures and films. */
public final class DashScopeEmbeddings implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        Request reader = new Request();
        Json.readObject(sent.body, reader);
        return Inputs.embedded(reader.request, reader.input, sent);
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
        answer.vectors.into(response, answer.open == 0);
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
        /** Objects that were begun and not read to their ends. */
        int open;

        @Override
        public void object(JsonParser p, byte[] source) throws IOException {
            open++;
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
            open--;
        }
    }
}

package dev.clew.wire.rerank;

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

/**
 * Putting documents in order: nobody's standard, but Cohere's, Jina's, Voyage's, vLLM's, Hugging Face's (TEI) and DashScope's ways
 * differ in names alone.
 */
public final class Rerank implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return new Request(sent).read();
    }

    @Override
    public ModelResponse response(Received received) {
        return RerankAnswer.of(received);
    }

    private static final class Request {
        private final Sent sent;
        private final ModelRequest request = new ModelRequest();

        Request(Sent sent) {
            this.sent = sent;
        }

        /** Null where nothing is asked, or of no documents. */
        ModelRequest read() {
            try (JsonParser p = Json.parser(sent.body.bytes, sent.body.length)) {
                if (p.nextToken() == JsonToken.START_OBJECT) {
                    fields(p);
                }
            } catch (IOException brokenOff) {
                // what was read until there is true
            }
            boolean whole = request.query != null && request.messages != null;
            if (!whole && !(sent.body.gap && (request.query != null || request.messages != null))) {
                return null;
            }
            request.cut = sent.body.gap ? Boolean.TRUE : null;
            return request;
        }

        private void fields(JsonParser p) throws IOException {
            String name;
            while ((name = Json.nextField(p)) != null) {
                switch (name) {
                    case "model" -> request.model = Json.text(p);
                    case "query" -> request.query = Json.isObject(p) ? Json.textAt(p, "text") : Json.text(p);
                    case "documents", "texts" -> documents(p);
                    case "top_n", "top_k" -> request.topN = Json.number(p);
                    // DashScope's
                    case "input", "parameters" -> {
                        if (Json.isObject(p)) {
                            fields(p);
                        } else {
                            p.skipChildren();
                        }
                    }
                    default -> p.skipChildren();
                }
            }
        }

        /** One message a document, so that the index of a result finds it. */
        private void documents(JsonParser p) throws IOException {
            if (!Json.isArray(p)) {
                p.skipChildren();
                return;
            }
            List<Message> documents = new ArrayList<>();
            request.messages = documents;
            while (p.nextToken() != JsonToken.END_ARRAY) {
                List<Part> parts = Inputs.read(p);
                documents.add(Message.of("user", parts == null ? List.of() : parts));
            }
        }
    }
}

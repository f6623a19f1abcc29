package dev.clew.wire.google;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** Gemini's embedContent and batchEmbedContents, and Vertex AI's predict of embeddings. */
public final class GeminiEmbed implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return null;
    }

    @Override
    public ModelResponse response(Received received) {
        return new ModelResponse();
    }
}

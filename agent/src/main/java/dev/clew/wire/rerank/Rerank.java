package dev.clew.wire.rerank;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** Re-ranking, as Cohere, Jina, Voyage, vLLM, text-embeddings-inference and DashScope write it. */
public final class Rerank implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return null;
    }

    @Override
    public ModelResponse response(Received received) {
        return new ModelResponse();
    }
}

package dev.clew.wire.cohere;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** Cohere's chat, v1 and v2. */
public final class CohereChat implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return null;
    }

    @Override
    public ModelResponse response(Received received) {
        return new ModelResponse();
    }
}

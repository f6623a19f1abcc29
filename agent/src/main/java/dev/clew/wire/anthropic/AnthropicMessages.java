package dev.clew.wire.anthropic;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** Messages, from Anthropic itself and as Vertex AI passes them on. */
public final class AnthropicMessages implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return null;
    }

    @Override
    public ModelResponse response(Received received) {
        return new ModelResponse();
    }
}

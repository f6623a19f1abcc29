package dev.clew.wire.dashscope;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** DashScope's own text and multimodal generation. */
public final class DashScopeGeneration implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return null;
    }

    @Override
    public ModelResponse response(Received received) {
        return new ModelResponse();
    }
}

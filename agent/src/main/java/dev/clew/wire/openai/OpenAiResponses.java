package dev.clew.wire.openai;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** The Responses API. */
public final class OpenAiResponses implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return new OpenAiResponsesRequest(sent.body).read();
    }

    @Override
    public ModelResponse response(Received received) {
        return OpenAiResponsesAnswer.of(received);
    }
}

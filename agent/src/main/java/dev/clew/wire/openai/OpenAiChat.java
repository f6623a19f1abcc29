package dev.clew.wire.openai;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** Chat completions, OpenAI's own and everybody else's. */
public final class OpenAiChat implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return new OpenAiChatRequest(sent.body).read();
    }

    @Override
    public ModelResponse response(Received received) {
        return OpenAiChatAnswer.of(received);
    }
}

package dev.clew.wire.anthropic;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** Messages, from Anthropic itself and as Vertex AI and Bedrock pass them on. */
public final class AnthropicMessages implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return new AnthropicRequest(sent).read();
    }

    @Override
    public ModelResponse response(Received received) {
        AnthropicAnswer answer = new AnthropicAnswer(received);
        if (received.isEvents()) {
            JsonEvents events = new JsonEvents();
            answer.events(received.events(events));
            events.readAll(answer);
        } else {
            answer.read(received.body);
        }
        return answer.finish();
    }
}

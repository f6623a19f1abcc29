package dev.clew.wire.openai;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.JsonEvents;
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
        OpenAiChatAnswer answer = new OpenAiChatAnswer(received.status);
        if (received.isEvents()) {
            JsonEvents events = new JsonEvents();
            answer.events(received.events(events));
            events.readAll(answer);
        } else {
            answer.read(received.body.bytes, received.body.length);
        }
        return answer.finish();
    }
}

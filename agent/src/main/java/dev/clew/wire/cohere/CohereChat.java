package dev.clew.wire.cohere;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.Json;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** Chats of the API's first and second version, from Cohere itself and as Bedrock passes them on. */
public final class CohereChat implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return new CohereRequest(sent).read();
    }

    @Override
    public ModelResponse response(Received received) {
        CohereAnswer answer = new CohereAnswer(received);
        if (received.isEvents() || received.isLines()) {
            JsonEvents events = new JsonEvents();
            answer.events(received.isEvents() ? received.events(events) : received.lines(events));
            events.readAll(answer);
        } else {
            Json.readObject(received.body, answer);
        }
        return answer.finish();
    }
}

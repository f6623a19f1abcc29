package dev.clew.wire.google;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** What Gemini generates, from the Gemini API and from Vertex AI. */
public final class GeminiGenerate implements WireFormat {
    /** The same for an answer in one piece and for a stream without server-sent events, which is an array. */
    static final String STREAM = ":streamGenerateContent";

    @Override
    public ModelRequest request(Sent sent) {
        return new GeminiRequest(sent).read();
    }

    @Override
    public ModelResponse response(Received received) {
        GeminiAnswer answer = new GeminiAnswer(received);
        if (received.isEvents()) {
            JsonEvents events = new JsonEvents();
            answer.events(received.events(events));
            events.readAll(answer);
        } else {
            answer.read();
        }
        return answer.finish();
    }
}

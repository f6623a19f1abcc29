package dev.clew.wire.bedrock;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.format.EventStream;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.WireFormat;

/** Converse and ConverseStream. */
public final class BedrockConverse implements WireFormat {
    @Override
    public ModelRequest request(Sent sent) {
        return new ConverseRequest(sent).read(sent.path.contains("/converse-stream"));
    }

    @Override
    public ModelResponse response(Received received) {
        ConverseAnswer answer = new ConverseAnswer();
        Frames frames = new Frames();
        JsonEvents events = new JsonEvents();
        ModelResponse response = answer.response();
        if (EventStream.is(received)) {
            response.events = frames.read(received.body, events);
        } else {
            events.event(null, received.body.bytes, received.body.length);
        }
        events.readAll(answer);
        frames.failure(answer.failure());
        return answer.finish(received);
    }
}

package dev.clew.wire;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import java.util.Locale;

/** Chat completions, OpenAI's own and everybody else's. */
final class OpenAiChat implements WireFormat {
    @Override
    public ModelRequest request(Payload body) {
        return new OpenAiChatRequest(body).read();
    }

    @Override
    public ModelResponse response(Payload body, String contentType, int status) {
        OpenAiChatAnswer answer = new OpenAiChatAnswer(status);
        if (isEvents(body, contentType)) {
            JsonEvents events = new JsonEvents();
            SseParser parser = new SseParser(events);
            parser.feed(body.bytes, 0, body.length);
            if (body.tail.length > 0) {
                parser.gap();
                parser.feed(body.tail, 0, body.tail.length);
            }
            parser.end();
            events.readAll(answer);
        } else {
            answer.read(body.bytes, body.length);
        }
        return answer.finish();
    }

    private static boolean isEvents(Payload body, String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("text/event-stream")
                || body.looksLikeEvents();
    }
}

package dev.clew.wire.bedrock;

import dev.clew.trace.ModelRequest;
import dev.clew.trace.ModelResponse;
import dev.clew.wire.anthropic.AnthropicMessages;
import dev.clew.wire.cohere.CohereChat;
import dev.clew.wire.cohere.CohereEmbed;
import dev.clew.wire.format.EventStream;
import dev.clew.wire.format.Failure;
import dev.clew.wire.format.JsonEvents;
import dev.clew.wire.format.Payload;
import dev.clew.wire.format.Received;
import dev.clew.wire.format.Sent;
import dev.clew.wire.format.SseParser;
import dev.clew.wire.format.WireFormat;
import dev.clew.wire.openai.OpenAiChat;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * InvokeModel and its stream: each family of models in its own words. Which family it is, the bodies tell by their fields; the
 * model's id does only where these leave it open, since an ARN need not name a model.
 */
public final class BedrockInvoke implements WireFormat {
    private static final String EMBEDDINGS = "embeddings";

    @Override
    public ModelRequest request(Sent sent) {
        boolean streams = sent.path.contains("/invoke-with-response-stream");
        InvokeRequest plain = new InvokeRequest(sent);
        ModelRequest request = switch (plain.family()) {
            case ANTHROPIC -> new AnthropicMessages().request(sent);
            case CONVERSE -> new ConverseRequest(sent).read(streams);
            case CHAT_COMPLETIONS -> new OpenAiChat().request(sent);
            case COHERE -> new CohereChat().request(sent);
            case COHERE_EMBED -> new CohereEmbed().request(sent);
            case PLAIN -> plain.request();
        };
        if (request == null) {
            return null;
        }
        if (plain.family() == Family.COHERE_EMBED) {
            request.operation = EMBEDDINGS;
        }
        // none of OpenAI's APIs, only one's shape
        request.openaiApi = null;
        request.stream = streams ? Boolean.TRUE : request.stream;
        return request;
    }

    @Override
    public ModelResponse response(Received received) {
        InvokeAnswer plain = new InvokeAnswer();
        JsonEvents objects = new JsonEvents();
        Frames frames = new Frames();
        Received inner = received;
        Long events = null;
        boolean streams = EventStream.is(received);
        if (streams) {
            Unwrapped unwrapped = new Unwrapped(objects);
            events = frames.read(received.body, unwrapped);
            inner = received.with(unwrapped.payload(received.body.gap), "text/event-stream");
        } else {
            objects.event(null, received.body.bytes, received.body.length);
        }
        objects.readAll(plain);
        ModelResponse response = switch (plain.family()) {
            case ANTHROPIC -> new AnthropicMessages().response(inner);
            case CONVERSE -> converse(objects, received);
            case CHAT_COMPLETIONS -> plain.completing(new OpenAiChat().response(inner));
            case COHERE -> new CohereChat().response(inner);
            case COHERE_EMBED -> new CohereEmbed().response(inner);
            case PLAIN -> plain.finish(received);
        };
        response.events = streams ? events : null;
        plain.count(response, received);
        Failure failure = new Failure();
        if (frames.failure(failure)) {
            failure.into(response, received);
        }
        return response;
    }

    private static ModelResponse converse(JsonEvents objects, Received received) {
        ConverseAnswer answer = new ConverseAnswer();
        objects.readAll(answer);
        return answer.finish(received);
    }

    /** The objects out of their frames, once for what reads them here and once as the events that their own API sends. */
    private static final class Unwrapped implements SseParser.Sink {
        private static final byte[] BEFORE = "data: ".getBytes(StandardCharsets.US_ASCII);

        private final JsonEvents objects;
        private final ByteArrayOutputStream events = new ByteArrayOutputStream();

        Unwrapped(JsonEvents objects) {
            this.objects = objects;
        }

        @Override
        public void event(String type, byte[] data, int length) {
            objects.event(type, data, length);
            events.write(BEFORE, 0, BEFORE.length);
            for (int i = 0; i < length; i++) {
                // in JSON an end of line is but a space
                events.write(data[i] == '\n' || data[i] == '\r' ? ' ' : data[i]);
            }
            events.write('\n');
            events.write('\n');
        }

        Payload payload(boolean gap) {
            byte[] bytes = events.toByteArray();
            return new Payload(bytes, bytes.length, Payload.NONE, gap);
        }
    }
}

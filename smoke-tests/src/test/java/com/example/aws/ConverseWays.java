package com.example.aws;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;

/** {@code Converse} and its stream; loaded only where the SDK has them. */
final class ConverseWays {
    private ConverseWays() {}

    static List<Way> of(String client, BedrockRuntimeClient bedrock) {
        return List.of(new Way() {
            @Override
            public String name() {
                return "converse-" + client;
            }

            @Override
            public boolean blocks() {
                return true;
            }

            @Override
            public String whole(String model) {
                return told(bedrock.converse(request(model)));
            }
        });
    }

    static List<Way> of(String client, BedrockRuntimeAsyncClient bedrock) {
        Way whole = new Way() {
            @Override
            public String name() {
                return "converseasync-" + client;
            }

            @Override
            public CompletableFuture<String> start(String model, Predicate<String> each) {
                return Told.of(bedrock.converse(request(model)), ConverseWays::told);
            }
        };
        Way stream = new Way() {
            @Override
            public String name() {
                return "conversestream-" + client;
            }

            @Override
            public boolean streams() {
                return true;
            }

            @Override
            public CompletableFuture<String> start(String model, Predicate<String> each) {
                StringBuilder seen = new StringBuilder();
                ConverseStreamRequest request = ConverseStreamRequest.builder().modelId(model).messages(question()).build();
                return Told.of(bedrock.converseStream(request, handler(seen, each)), done -> seen.toString());
            }
        };
        return List.of(whole, stream);
    }

    private static ConverseStreamResponseHandler handler(StringBuilder seen, Predicate<String> each) {
        return ConverseStreamResponseHandler.builder()
                .onResponse(response -> Events.note(seen, "response " + response.responseMetadata().requestId()))
                .onError(error -> Events.note(seen, "failed " + error.getClass().getSimpleName()))
                .onComplete(() -> Events.note(seen, "over"))
                .onEventStream(events -> events.subscribe(new Events<ConverseStreamOutput>(seen, Object::toString, each)))
                .build();
    }

    private static Message question() {
        return Message.builder().role(ConversationRole.USER).content(ContentBlock.fromText("Grüße?")).build();
    }

    private static ConverseRequest request(String model) {
        return ConverseRequest.builder().modelId(model).messages(question()).inferenceConfig(c -> c.maxTokens(99)).build();
    }

    private static String told(ConverseResponse response) {
        return response.output().message().content().get(0).text() + ' ' + response.stopReasonAsString() + ' '
                + response.usage().totalTokens() + ' ' + response.responseMetadata().requestId();
    }
}

package com.example.aws;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.PayloadPart;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;

/** {@code InvokeModel} and its stream, with Anthropic's words. */
final class InvokeWays {
    private InvokeWays() {}

    static List<Way> of(String client, BedrockRuntimeClient bedrock) {
        return List.of(new Way() {
            @Override
            public String name() {
                return "invoke-" + client;
            }

            @Override
            public boolean blocks() {
                return true;
            }

            @Override
            public String whole(String model) {
                return told(bedrock.invokeModel(request(model)));
            }
        });
    }

    static List<Way> of(String client, BedrockRuntimeAsyncClient bedrock) {
        Way whole = new Way() {
            @Override
            public String name() {
                return "invokeasync-" + client;
            }

            @Override
            public CompletableFuture<String> start(String model, Predicate<String> each) {
                return Told.of(bedrock.invokeModel(request(model)), InvokeWays::told);
            }
        };
        Way stream = new Way() {
            @Override
            public String name() {
                return "invokestream-" + client;
            }

            @Override
            public boolean streams() {
                return true;
            }

            @Override
            public CompletableFuture<String> start(String model, Predicate<String> each) {
                StringBuilder seen = new StringBuilder();
                return Told.of(
                        bedrock.invokeModelWithResponseStream(streamRequest(model), handler(seen, each)), done -> seen.toString());
            }
        };
        return List.of(whole, stream);
    }

    private static InvokeModelWithResponseStreamResponseHandler handler(StringBuilder seen, Predicate<String> each) {
        return InvokeModelWithResponseStreamResponseHandler.builder()
                .onResponse(response -> Events.note(seen, "response " + response.contentType()))
                .onError(error -> Events.note(seen, "failed " + error.getClass().getSimpleName()))
                .onComplete(() -> Events.note(seen, "over"))
                .onEventStream(events -> events.subscribe(new Events<ResponseStream>(
                        seen, event -> ((PayloadPart) event).bytes().asUtf8String(), each)))
                .build();
    }

    private static SdkBytes body(String model) {
        return SdkBytes.fromUtf8String(
                model != null && model.startsWith("picture")
                        ? "{\"taskType\":\"TEXT_IMAGE\",\"textToImageParams\":{\"text\":\"Grüße?\"}}"
                        : "{\"anthropic_version\":\"bedrock-2023-05-31\",\"max_tokens\":99,"
                                + "\"messages\":[{\"role\":\"user\",\"content\":\"Grüße?\"}]}");
    }

    private static InvokeModelRequest request(String model) {
        return InvokeModelRequest.builder().modelId(model).body(body(model)).build();
    }

    private static InvokeModelWithResponseStreamRequest streamRequest(String model) {
        return InvokeModelWithResponseStreamRequest.builder().modelId(model).contentType("application/json").body(body(model)).build();
    }

    private static String told(InvokeModelResponse response) {
        return response.contentType() + ' ' + response.body().asUtf8String() + ' ' + response.responseMetadata().requestId();
    }
}

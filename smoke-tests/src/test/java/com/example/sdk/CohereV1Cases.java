package com.example.sdk;

import static com.example.sdk.Cases.say;

import com.cohere.api.Cohere;
import com.cohere.api.requests.ChatRequest;
import com.cohere.api.requests.ChatStreamRequest;
import com.cohere.api.requests.EmbedRequest;
import com.cohere.api.types.ChatTextGenerationEvent;
import com.cohere.api.types.NonStreamedChatResponse;
import com.cohere.api.types.StreamedChatResponse;
import com.cohere.api.types.Tool;
import java.util.List;

/**
 * cohere-java, the first version of its API, which is all that the oldest one has: no asynchronous client, no stream that could be
 * closed, and tries that wait for seconds, so none that are all in vain.
 */
public final class CohereV1Cases {
    private CohereV1Cases() {}

    public static void main(String[] args) throws Exception {
        Provider provider = new Provider(new Words());
        Cohere client = Cohere.builder().token(Cases.KEY).clientName("cases").url(provider.base() + "/v1").build();
        say("blocking", () -> told(client.chat(request("blocking"))));
        say("stream", () -> {
            StringBuilder told = new StringBuilder();
            ChatStreamRequest request = ChatStreamRequest.builder().message("well?").model("stream").build();
            for (StreamedChatResponse event : client.chatStream(request)) {
                told.append(event.getTextGeneration().map(ChatTextGenerationEvent::getText).orElse("."));
            }
            return told.toString();
        });
        say("tool", () -> told(client.chat(request("tool"))));
        say("retried", () -> told(client.chat(request("retried"))));
        say("refused", () -> told(client.chat(request("refused"))));
        say("embed", () -> client.embed(EmbedRequest.builder().texts(List.of("well?")).model("embed").build())
                .getEmbeddingsFloats().get().getEmbeddings().toString());
        Cases.done();
    }

    private static ChatRequest request(String model) {
        var request = ChatRequest.builder().message("well?").model(model);
        if (model.startsWith("tool")) {
            request = request.tools(List.of(Tool.builder().name("weather").description("of today").build()));
        }
        return request.build();
    }

    private static String told(NonStreamedChatResponse response) {
        return response.getGenerationId() + " " + response.getFinishReason() + ' ' + response.getText() + ' '
                + response.getToolCalls().map(List::size).orElse(0);
    }

    private static final class Words implements Provider.Words {
        private static final String META = "\"meta\":{\"api_version\":{\"version\":\"1\"},\"billed_units\":{\"input_tokens\":9,"
                + "\"output_tokens\":5},\"tokens\":{\"input_tokens\":9,\"output_tokens\":5}}";

        @Override
        public String whole(String model) {
            boolean tool = model.startsWith("tool");
            return "{\"response_id\":\"r-1\",\"generation_id\":\"gen-1\",\"text\":\"" + (tool ? "" : "rather well") + "\","
                    + (tool ? "\"tool_calls\":[{\"name\":\"weather\",\"parameters\":{}}]," : "") + "\"finish_reason\":\"COMPLETE\"," + META + "}";
        }

        @Override
        public String eventsType() {
            return "application/stream+json";
        }

        @Override
        public List<String> events(String model) {
            return List.of(
                    "{\"is_finished\":false,\"event_type\":\"stream-start\",\"generation_id\":\"gen-1\"}\n",
                    "{\"is_finished\":false,\"event_type\":\"text-generation\",\"text\":\"rather \"}\n",
                    "{\"is_finished\":false,\"event_type\":\"text-generation\",\"text\":\"well\"}\n",
                    "{\"is_finished\":true,\"event_type\":\"stream-end\",\"finish_reason\":\"COMPLETE\",\"response\":" + whole(model) + "}\n");
        }

        @Override
        public String error(int status) {
            return "{\"message\":\"" + (status == 429 ? "slow down" : "no such model") + "\"}";
        }

        @Override
        public String embeddings() {
            return "{\"response_type\":\"embeddings_floats\",\"id\":\"emb-1\",\"embeddings\":[[0.5,0.25]],\"texts\":[\"well?\"],"
                    + "\"meta\":{\"api_version\":{\"version\":\"1\"},\"billed_units\":{\"input_tokens\":9}}}";
        }
    }
}

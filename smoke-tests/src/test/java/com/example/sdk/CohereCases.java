package com.example.sdk;

import static com.example.sdk.Cases.say;

import com.cohere.api.AsyncCohere;
import com.cohere.api.Cohere;
import com.cohere.api.core.ObjectMappers;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.resources.v2.requests.V2EmbedRequest;
import com.cohere.api.resources.v2.types.V2ChatResponse;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.cohere.api.types.ChatMessageV2;
import com.cohere.api.types.EmbedInputType;
import com.cohere.api.types.ToolV2;
import com.cohere.api.types.ToolV2Function;
import com.cohere.api.types.UserMessageV2;
import com.cohere.api.types.UserMessageV2Content;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** cohere-java, the second version of its API. */
public final class CohereCases {
    private static final Pattern TEXT = Pattern.compile("(rather |well)");

    private CohereCases() {}

    public static void main(String[] args) throws Exception {
        Provider provider = new Provider(new Words());
        Cohere client = Cohere.builder().token(Cases.KEY).clientName("cases").url(provider.base()).maxRetries(1).build();
        AsyncCohere later = AsyncCohere.builder().token(Cases.KEY).clientName("cases").url(provider.base()).maxRetries(1).build();

        say("blocking", () -> told(client.v2().chat(request("blocking"))));
        say("async", () -> told(later.v2().chat(request("async")).get()));
        say("stream", () -> streamed(client.v2().chatStream(streaming("stream"))));
        say("stream-async", () -> streamed(later.v2().chatStream(streaming("stream-async")).get()));
        say("tool", () -> told(client.v2().chat(request("tool"))));
        say("retried", () -> told(client.v2().chat(request("retried"))));
        say("retried-async", () -> told(later.v2().chat(request("retried-async")).get()));
        say("limited", () -> told(client.v2().chat(request("limited"))));
        say("refused", () -> told(client.v2().chat(request("refused"))));
        say("cancelled", () -> first(client.v2().chatStream(streaming("cancelled"))));
        say("embed", () -> client.v2().embed(V2EmbedRequest.builder().model("embed").inputType(EmbedInputType.SEARCH_QUERY)
                .texts(List.of("well?")).build()).getEmbeddings().getFloat().get().toString());
        Cases.done();
    }

    private static List<ChatMessageV2> messages() {
        return List.of(ChatMessageV2.user(UserMessageV2.builder().content(UserMessageV2Content.of("well?")).build()));
    }

    private static V2ChatRequest request(String model) {
        var request = V2ChatRequest.builder().model(model).messages(messages());
        if (model.startsWith("tool")) {
            request = request.tools(List.of(ToolV2.builder().function(
                    ToolV2Function.builder().name("weather").parameters(Map.of("type", "object")).build()).build()));
        }
        return request.build();
    }

    private static V2ChatStreamRequest streaming(String model) {
        return V2ChatStreamRequest.builder().model(model).messages(messages()).build();
    }

    private static String told(V2ChatResponse response) {
        return response.getId() + ' ' + response.getFinishReason() + ' ' + json(response.getMessage().getContent())
                + ' ' + response.getMessage().getToolCalls().map(List::size).orElse(0);
    }

    private static String json(Object part) {
        try {
            return ObjectMappers.JSON_MAPPER.writeValueAsString(part);
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    private static String told(V2ChatStreamResponse event) {
        Matcher text = TEXT.matcher(json(event));
        return text.find() ? text.group(1) : ".";
    }

    private static String streamed(Iterable<V2ChatStreamResponse> stream) {
        StringBuilder told = new StringBuilder();
        stream.forEach(event -> told.append(told(event)));
        return told.toString();
    }

    private static String first(Iterable<V2ChatStreamResponse> stream) throws IOException {
        Iterator<V2ChatStreamResponse> events = stream.iterator();
        String told = told(events.next()) + told(events.next()) + told(events.next());
        ((Closeable) stream).close();
        return told;
    }

    /** Cohere's. */
    private static final class Words implements Provider.Words {
        private static final String USAGE =
                "{\"billed_units\":{\"input_tokens\":9,\"output_tokens\":5},\"tokens\":{\"input_tokens\":9,\"output_tokens\":5}}";

        @Override
        public String whole(String model) {
            boolean tool = model.startsWith("tool");
            String said = tool
                    ? "\"tool_calls\":[{\"id\":\"call_1\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{}\"}}]"
                    : "\"content\":[{\"type\":\"text\",\"text\":\"rather well\"}]";
            return "{\"id\":\"chat-1\",\"finish_reason\":\"" + (tool ? "TOOL_CALL" : "COMPLETE") + "\",\"message\":{\"role\":\"assistant\","
                    + said + "},\"usage\":" + USAGE + "}";
        }

        @Override
        public List<String> events(String model) {
            return List.of(
                    event("message-start", "\"id\":\"chat-1\",\"delta\":{\"message\":{\"role\":\"assistant\",\"content\":[],\"tool_plan\":\"\",\"tool_calls\":[],\"citations\":[]}}"),
                    event("content-start", "\"index\":0,\"delta\":{\"message\":{\"content\":{\"type\":\"text\",\"text\":\"\"}}}"),
                    event("content-delta", "\"index\":0,\"delta\":{\"message\":{\"content\":{\"text\":\"rather \"}}}"),
                    event("content-delta", "\"index\":0,\"delta\":{\"message\":{\"content\":{\"text\":\"well\"}}}"),
                    event("content-end", "\"index\":0"),
                    event("message-end", "\"id\":\"chat-1\",\"delta\":{\"finish_reason\":\"COMPLETE\",\"usage\":" + USAGE + "}"));
        }

        private static String event(String type, String rest) {
            return "event: " + type + "\ndata: {\"type\":\"" + type + "\"," + rest + "}\n\n";
        }

        @Override
        public String error(int status) {
            return "{\"id\":\"err-1\",\"message\":\"" + (status == 429 ? "slow down" : "no such model") + "\"}";
        }

        @Override
        public String embeddings() {
            return "{\"id\":\"emb-1\",\"response_type\":\"embeddings_by_type\",\"embeddings\":{\"float\":[[0.5,0.25]]},\"texts\":[\"well?\"],"
                    + "\"meta\":{\"api_version\":{\"version\":\"2\"},\"billed_units\":{\"input_tokens\":9}}}";
        }
    }
}

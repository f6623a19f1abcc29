package com.example.sdk;

import static com.example.sdk.Cases.say;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** anthropic-java. */
public final class AnthropicCases {
    private static final long MAX_TOKENS = 100;
    private static final Pattern TEXT = Pattern.compile("text=([a-z ]+)");

    private AnthropicCases() {}

    public static void main(String[] args) throws Exception {
        Provider provider = new Provider(new Words());
        AnthropicClient client = AnthropicOkHttpClient.builder().apiKey(Cases.KEY).baseUrl(provider.base()).maxRetries(2).build();

        say("blocking", () -> told(client.messages().create(params("blocking"))));
        say("async", () -> told(client.async().messages().create(params("async")).get()));
        say("stream", () -> streamed(client.messages().createStreaming(params("stream"))));
        say("stream-async", () -> streamedLater(client, "stream-async"));
        say("tool", () -> told(client.messages().create(params("tool"))));
        say("tool-stream", () -> streamed(client.messages().createStreaming(params("tool-stream"))));
        say("retried", () -> told(client.messages().create(params("retried"))));
        say("retried-async", () -> told(client.async().messages().create(params("retried-async")).get()));
        say("retried-stream", () -> streamed(client.messages().createStreaming(params("retried-stream"))));
        say("limited", () -> told(client.messages().create(params("limited"))));
        say("refused", () -> told(client.messages().create(params("refused"))));
        say("refused-async", () -> told(client.async().messages().create(params("refused-async")).get()));
        say("cancelled", () -> first(client.messages().createStreaming(params("cancelled"))));
        say("cancelled-async", () -> firstLater(client, "cancelled-async"));
        Cases.done();
    }

    private static MessageCreateParams params(String model) {
        MessageCreateParams.Builder params =
                MessageCreateParams.builder().model(model).maxTokens(MAX_TOKENS).addUserMessage("well?");
        if (model.startsWith("tool")) {
            params.putAdditionalBodyProperty("tools", JsonValue.from(
                    List.of(Map.of("name", "weather", "input_schema", Map.of("type", "object")))));
        }
        return params.build();
    }

    private static String told(Message message) {
        return message.id() + ' ' + message.stopReason() + ' ' + message.content().size() + ' '
                + message.content().get(0).text().map(text -> text.text()).orElse("-");
    }

    private static String told(RawMessageStreamEvent event) {
        // the types below it changed between versions
        Matcher text = TEXT.matcher(event.toString());
        return text.find() ? text.group(1) : ".";
    }

    private static String streamed(StreamResponse<RawMessageStreamEvent> response) {
        StringBuilder told = new StringBuilder();
        try (response) {
            response.stream().forEach(event -> told.append(told(event)));
        }
        return told.toString();
    }

    private static String streamedLater(AnthropicClient client, String model) throws Exception {
        StringBuilder told = new StringBuilder();
        client.async().messages().createStreaming(params(model))
                .subscribe(event -> told.append(told(event)))
                .onCompleteFuture()
                .get();
        return told.toString();
    }

    private static String first(StreamResponse<RawMessageStreamEvent> response) {
        try (response) {
            Iterator<RawMessageStreamEvent> events = response.stream().iterator();
            return told(events.next()) + told(events.next()) + told(events.next());
        }
    }

    private static String firstLater(AnthropicClient client, String model) throws Exception {
        CountDownLatch first = new CountDownLatch(3);
        AsyncStreamResponse<RawMessageStreamEvent> response = client.async().messages().createStreaming(params(model));
        response.subscribe(event -> first.countDown());
        first.await();
        response.close();
        return "closed";
    }

    /** Anthropic's. */
    private static final class Words implements Provider.Words {
        private static final String START = "\"id\":\"msg-1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-canned-1\",";

        @Override
        public String whole(String model) {
            boolean tool = model.startsWith("tool");
            String content = tool
                    ? "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"weather\",\"input\":{\"city\":\"Bern\"}}"
                    : "{\"type\":\"text\",\"text\":\"rather well\",\"citations\":null}";
            return "{" + START + "\"content\":[" + content + "],\"stop_reason\":\"" + (tool ? "tool_use" : "end_turn")
                    + "\",\"stop_sequence\":null,\"usage\":{\"input_tokens\":9,\"output_tokens\":5}}";
        }

        @Override
        public List<String> events(String model) {
            boolean tool = model.startsWith("tool");
            return List.of(
                    event("message_start", "\"message\":{" + START + "\"content\":[],\"stop_reason\":null,\"stop_sequence\":null,"
                            + "\"usage\":{\"input_tokens\":9,\"output_tokens\":1}}"),
                    event("content_block_start", "\"index\":0,\"content_block\":" + (tool
                            ? "{\"type\":\"tool_use\",\"id\":\"toolu_1\",\"name\":\"weather\",\"input\":{}}"
                            : "{\"type\":\"text\",\"text\":\"\",\"citations\":null}")),
                    event("content_block_delta", "\"index\":0,\"delta\":" + (tool
                            ? "{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"city\\\":\"}"
                            : "{\"type\":\"text_delta\",\"text\":\"rather \"}")),
                    event("content_block_delta", "\"index\":0,\"delta\":" + (tool
                            ? "{\"type\":\"input_json_delta\",\"partial_json\":\"\\\"Bern\\\"}\"}"
                            : "{\"type\":\"text_delta\",\"text\":\"well\"}")),
                    event("content_block_stop", "\"index\":0"),
                    event("message_delta", "\"delta\":{\"stop_reason\":\"" + (tool ? "tool_use" : "end_turn")
                            + "\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":5}"),
                    event("message_stop", ""));
        }

        private static String event(String type, String rest) {
            return "event: " + type + "\ndata: {\"type\":\"" + type + "\"" + (rest.isEmpty() ? "" : ",") + rest + "}\n\n";
        }

        @Override
        public String error(int status) {
            return status == 429
                    ? "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow down\"},\"request_id\":\"req_1\"}"
                    : "{\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",\"message\":\"no such model\"},\"request_id\":\"req_1\"}";
        }

        @Override
        public String embeddings() {
            return null;
        }
    }
}

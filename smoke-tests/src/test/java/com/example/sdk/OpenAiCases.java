package com.example.sdk;

import static com.example.sdk.Cases.say;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.AsyncStreamResponse;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.embeddings.EmbeddingCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** openai-java. */
public final class OpenAiCases {
    private OpenAiCases() {}

    public static void main(String[] args) throws Exception {
        Provider provider = new Provider(new OpenAiWords());
        // keys travel in queries and in headers of any name
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .apiKey(Cases.KEY)
                .putQueryParam("key", Cases.KEY)
                .putHeader("x-gateway-token", Cases.KEY)
                .baseUrl(provider.base() + "/v1")
                .maxRetries(2)
                .build();

        say("blocking", () -> told(client.chat().completions().create(params("blocking"))));
        say("async", () -> told(client.async().chat().completions().create(params("async")).get()));
        say("stream", () -> streamed(client.chat().completions().createStreaming(params("stream"))));
        say("stream-async", () -> streamedLater(client, "stream-async"));
        say("tool", () -> told(client.chat().completions().create(params("tool"))));
        say("tool-stream", () -> streamed(client.chat().completions().createStreaming(params("tool-stream"))));
        say("retried", () -> told(client.chat().completions().create(params("retried"))));
        say("retried-async", () -> told(client.async().chat().completions().create(params("retried-async")).get()));
        say("retried-stream", () -> streamed(client.chat().completions().createStreaming(params("retried-stream"))));
        say("limited", () -> told(client.chat().completions().create(params("limited"))));
        say("refused", () -> told(client.chat().completions().create(params("refused"))));
        say("refused-async", () -> told(client.async().chat().completions().create(params("refused-async")).get()));
        say("cancelled", () -> first(client.chat().completions().createStreaming(params("cancelled"))));
        say("cancelled-async", () -> firstLater(client, "cancelled-async"));
        say("responses", () -> client.responses()
                .create(ResponseCreateParams.builder().model("responses").input("well?").build()).id());
        say("embed", () -> client.embeddings()
                .create(EmbeddingCreateParams.builder().model("embed").input("well?").build()).data().get(0).embedding().toString());
        Cases.done();
    }

    private static ChatCompletionCreateParams params(String model) {
        ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder().model(model).addUserMessage("well?");
        if (model.contains("stream")) {
            params.streamOptions(ChatCompletionStreamOptions.builder().includeUsage(true).build());
        }
        if (model.startsWith("tool")) {
            params.putAdditionalBodyProperty("tools", JsonValue.from(List.of(Map.of("type", "function", "function",
                    Map.of("name", "weather", "parameters", Map.of("type", "object"))))));
        }
        return params.build();
    }

    private static String told(ChatCompletion completion) {
        ChatCompletion.Choice choice = completion.choices().get(0);
        return completion.id() + ' ' + choice.finishReason() + ' ' + choice.message().content()
                + ' ' + choice.message().toolCalls().map(List::size).orElse(0);
    }

    private static String told(ChatCompletionChunk chunk) {
        return chunk.choices().isEmpty() ? "." : chunk.choices().get(0).delta().content().orElse("-");
    }

    private static String streamed(StreamResponse<ChatCompletionChunk> response) {
        StringBuilder told = new StringBuilder();
        try (response) {
            response.stream().forEach(chunk -> told.append(told(chunk)));
        }
        return told.toString();
    }

    private static String streamedLater(OpenAIClient client, String model) throws Exception {
        StringBuilder told = new StringBuilder();
        client.async().chat().completions().createStreaming(params(model))
                .subscribe(chunk -> told.append(told(chunk)))
                .onCompleteFuture()
                .get();
        return told.toString();
    }

    private static String first(StreamResponse<ChatCompletionChunk> response) {
        try (response) {
            Iterator<ChatCompletionChunk> chunks = response.stream().iterator();
            return told(chunks.next());
        }
    }

    private static String firstLater(OpenAIClient client, String model) throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        AsyncStreamResponse<ChatCompletionChunk> response = client.async().chat().completions().createStreaming(params(model));
        response.subscribe(chunk -> first.countDown());
        first.await();
        response.close();
        return "closed";
    }
}

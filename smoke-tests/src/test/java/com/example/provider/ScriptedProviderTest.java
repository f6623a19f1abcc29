package com.example.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The scripted provider speaks the wire format as the real one does; a real client reads it. */
class ScriptedProviderTest {

    private static final Script TWO_CALLS = request -> Answer.calls(
            "Let me look at both.", new Answer.Call("look", "{\"at\":\"the first\"}"), new Answer.Call("look", "{\"at\":\"ü\"}"));
    private static final Script PONG = request -> Answer.text("pong");

    @Test
    void streamSaysTheSameAsTheWholeAnswer() throws Exception {
        try (ScriptedProvider provider = ScriptedProvider.start(TWO_CALLS, Faults.NONE, 0)) {
            ChatResponse whole = model(provider, 0).chat(UserMessage.from("go"));
            ChatResponse streamed = stream(provider);

            assertThat(streamed.aiMessage().text()).isEqualTo(whole.aiMessage().text());
            assertThat(said(streamed)).isEqualTo(said(whole)).hasSize(2);
            assertThat(streamed.finishReason()).isEqualTo(whole.finishReason());
            assertThat(streamed.tokenUsage().outputTokenCount()).isEqualTo(whole.tokenUsage().outputTokenCount());
            assertThat(provider.handedOut().completion())
                    .isEqualTo(whole.tokenUsage().outputTokenCount() + streamed.tokenUsage().outputTokenCount());
        }
    }

    @Test
    void usageComesInAnOwnLastChunkAndOnlyIfAsked() throws Exception {
        try (ScriptedProvider provider = ScriptedProvider.start(PONG, Faults.NONE, 0)) {
            List<String> asked = lines(provider, "\"stream\":true,\"stream_options\":{\"include_usage\":true},");
            JsonNode last = new ObjectMapper().readTree(asked.get(asked.size() - 2).substring("data: ".length()));

            assertThat(asked).last().isEqualTo("data: [DONE]");
            assertThat(last.path("choices")).isEmpty();
            assertThat(last.path("usage").path("completion_tokens").asInt()).isPositive();
            assertThat(last.path("usage").path("prompt_tokens_details").has("cached_tokens")).isTrue();
            assertThat(lines(provider, "\"stream\":true,")).noneMatch(line -> line.contains("usage"));
        }
    }

    @Test
    void answerCarriesTheHeadersOfARealOne() throws Exception {
        try (ScriptedProvider provider = ScriptedProvider.start(PONG, Faults.NONE, 0)) {
            HttpResponse<String> response = post(provider, "");

            assertThat(response.headers().map())
                    .containsKeys("x-request-id", "x-ratelimit-remaining-requests", "x-ratelimit-reset-tokens");
            assertThat(response.body()).contains("\"content\":\"pong\"", "\"finish_reason\":\"stop\"", "chatcmpl-");
        }
    }

    @Test
    void rateLimitIsAnErrorThatARetryOvercomes() throws Exception {
        try (ScriptedProvider provider = ScriptedProvider.start(PONG, Faults.failFirst(1, 429), 0)) {
            assertThatThrownBy(() -> model(provider, 0).chat("ping"))
                    .isInstanceOf(RateLimitException.class)
                    .hasMessageContaining("rate_limit_exceeded");
            assertThat(model(provider, 0).chat("ping")).isEqualTo("pong");
        }
    }

    @Test
    void hangingRequestIsSeenAndCostsNoTokens() throws Exception {
        try (ScriptedProvider provider = ScriptedProvider.start(PONG, Faults.hangAt(1), 0)) {
            CompletableFuture<HttpResponse<String>> never =
                    HttpClient.newHttpClient().sendAsync(request(provider, ""), BodyHandlers.ofString());

            assertThat(provider.hanging().await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(never).isNotDone();
            assertThat(provider.handedOut().completion()).isZero();
        }
    }

    private static List<String> said(ChatResponse response) {
        return response.aiMessage().toolExecutionRequests().stream()
                .map(call -> call.name() + " " + call.arguments())
                .toList();
    }

    private static OpenAiChatModel model(ScriptedProvider provider, int retries) {
        return OpenAiChatModel.builder()
                .baseUrl(provider.baseUrl())
                .apiKey("sk-none")
                .modelName("gpt-4o-mini")
                .maxRetries(retries)
                .build();
    }

    private static ChatResponse stream(ScriptedProvider provider) throws Exception {
        CompletableFuture<ChatResponse> done = new CompletableFuture<>();
        OpenAiStreamingChatModel.builder()
                .baseUrl(provider.baseUrl())
                .apiKey("sk-none")
                .modelName("gpt-4o-mini")
                .build()
                .chat("go", new StreamingChatResponseHandler() {
                    @Override
                    public void onCompleteResponse(ChatResponse response) {
                        done.complete(response);
                    }

                    @Override
                    public void onError(Throwable error) {
                        done.completeExceptionally(error);
                    }
                });
        return done.get(20, TimeUnit.SECONDS);
    }

    private static List<String> lines(ScriptedProvider provider, String options) throws Exception {
        return post(provider, options).body().lines().filter(line -> !line.isEmpty()).toList();
    }

    private static HttpResponse<String> post(ScriptedProvider provider, String options) throws Exception {
        return HttpClient.newHttpClient().send(request(provider, options), BodyHandlers.ofString());
    }

    private static HttpRequest request(ScriptedProvider provider, String options) {
        String body = "{\"model\":\"gpt-4o-mini\"," + options + "\"messages\":[{\"role\":\"user\",\"content\":\"ping\"}]}";
        return HttpRequest.newBuilder(URI.create(provider.baseUrl() + "/chat/completions"))
                .POST(BodyPublishers.ofString(body))
                .build();
    }
}

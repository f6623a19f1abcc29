package com.example.sdk;

import static com.example.sdk.Cases.say;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import java.util.List;

/** google-genai. */
public final class GoogleCases {
    private GoogleCases() {}

    public static void main(String[] args) throws Exception {
        Provider provider = new Provider(new Words());
        boolean retries = retries();
        HttpOptions.Builder options = HttpOptions.builder().baseUrl(provider.base());
        if (retries) {
            options.retryOptions(HttpRetryOptions.builder().attempts(2).initialDelay(0.01).build());
        }
        Client client = Client.builder().apiKey(Cases.KEY).vertexAI(false).httpOptions(options.build()).build();

        say("blocking", () -> told(client.models.generateContent("blocking", "well?", null)));
        say("async", () -> told(client.async.models.generateContent("async", "well?", null).get()));
        say("stream", () -> streamed(client.models.generateContentStream("stream", "well?", null)));
        say("stream-async", () -> streamed(client.async.models.generateContentStream("stream-async", "well?", null).get()));
        say("tool", () -> told(client.models.generateContent("tool", "well?", tools())));
        say("tool-stream", () -> streamed(client.models.generateContentStream("tool-stream", "well?", tools())));
        if (retries) {
            say("retried", () -> told(client.models.generateContent("retried", "well?", null)));
            say("retried-async", () -> told(client.async.models.generateContent("retried-async", "well?", null).get()));
            say("retried-stream", () -> streamed(client.models.generateContentStream("retried-stream", "well?", null)));
        }
        say("limited", () -> told(client.models.generateContent("limited", "well?", null)));
        say("refused", () -> told(client.models.generateContent("refused", "well?", null)));
        say("cancelled", () -> first(client.models.generateContentStream("cancelled", "well?", null)));
        say("embed", () -> client.models.embedContent("embed", "well?", null).embeddings().get().get(0).values().get().toString());
        Cases.done();
    }

    /** Older ones do not. */
    private static boolean retries() {
        try {
            Class.forName("com.google.genai.types.HttpRetryOptions");
            return true;
        } catch (ClassNotFoundException older) {
            return false;
        }
    }

    private static GenerateContentConfig tools() {
        return GenerateContentConfig.fromJson("{\"tools\":[{\"functionDeclarations\":[{\"name\":\"weather\"}]}]}");
    }

    private static String told(GenerateContentResponse response) {
        return response.responseId().orElse("?") + ' ' + response.finishReason() + ' ' + response.text() + ' '
                + (response.functionCalls() == null ? 0 : response.functionCalls().size());
    }

    private static String streamed(ResponseStream<GenerateContentResponse> stream) {
        StringBuilder told = new StringBuilder();
        try (stream) {
            for (GenerateContentResponse response : stream) {
                told.append(response.text());
            }
        }
        return told.toString();
    }

    private static String first(ResponseStream<GenerateContentResponse> stream) {
        try (stream) {
            return stream.iterator().next().text();
        }
    }

    /** Gemini's. */
    private static final class Words implements Provider.Words {
        @Override
        public String whole(String model) {
            return chunk(model.startsWith("tool") ? call() : "{\"text\":\"rather well\"}", true);
        }

        private static String call() {
            return "{\"functionCall\":{\"name\":\"weather\",\"args\":{\"city\":\"Bern\"}}}";
        }

        private static String chunk(String part, boolean last) {
            return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[" + part + "]},\"index\":0"
                    + (last ? ",\"finishReason\":\"STOP\"" : "") + "}],\"usageMetadata\":{\"promptTokenCount\":9,"
                    + "\"candidatesTokenCount\":" + (last ? 5 : 1) + ",\"totalTokenCount\":14},"
                    + "\"modelVersion\":\"gemini-canned-1\",\"responseId\":\"resp-1\"}";
        }

        @Override
        public List<String> events(String model) {
            String second = model.startsWith("tool") ? call() : "{\"text\":\"well\"}";
            return List.of(
                    "data: " + chunk("{\"text\":\"rather \"}", false) + "\r\n\r\n", "data: " + chunk(second, true) + "\r\n\r\n");
        }

        @Override
        public String error(int status) {
            return status == 429
                    ? "{\"error\":{\"code\":429,\"message\":\"slow down\",\"status\":\"RESOURCE_EXHAUSTED\"}}"
                    : "{\"error\":{\"code\":400,\"message\":\"no such model\",\"status\":\"INVALID_ARGUMENT\"}}";
        }

        @Override
        public String embeddings() {
            return "{\"embeddings\":[{\"values\":[0.5,0.25]}]}";
        }
    }
}

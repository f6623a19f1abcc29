package com.example.sdk;

import com.azure.ai.openai.OpenAIAsyncClient;
import com.azure.ai.openai.OpenAIClient;
import com.azure.ai.openai.OpenAIClientBuilder;
import com.azure.ai.openai.models.ChatChoice;
import com.azure.ai.openai.models.ChatCompletions;
import com.azure.ai.openai.models.ChatCompletionsOptions;
import com.azure.ai.openai.models.ChatRequestMessage;
import com.azure.ai.openai.models.ChatRequestUserMessage;
import com.azure.ai.openai.models.EmbeddingsOptions;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.FixedDelay;
import com.azure.core.http.policy.RetryPolicy;
import com.example.handover.Parents;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Azure's OpenAI client, over its own pipeline. A deployment's name is that of its line, and says how often it fails first. */
public final class AzureOpenAiCases {
    private static final String ANSWER = "{\"id\":\"chatcmpl-7\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt-4o-2024\","
            + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"yes\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":5,\"total_tokens\":14}}";
    private static final String CHUNK = "data: {\"id\":\"chatcmpl-7\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"gpt-4o-2024\",";
    private static final String STREAM = CHUNK + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"y\"}}]}\n\n"
            + CHUNK + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"es\"},\"finish_reason\":\"stop\"}]}\n\n"
            + CHUNK + "\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":5,\"total_tokens\":14}}\n\n"
            + "data: [DONE]\n\n";
    private static final String VECTORS = "{\"object\":\"list\",\"model\":\"ada\",\"data\":[{\"object\":\"embedding\",\"index\":0,"
            + "\"embedding\":[0.5,0.25]}],\"usage\":{\"prompt_tokens\":4,\"total_tokens\":4}}";
    private static final String ERROR = "{\"error\":{\"code\":\"DeploymentNotFound\",\"message\":\"The API deployment does not exist.\"}}";

    private final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    private final OpenAIClient client;
    private final OpenAIAsyncClient async;

    private AzureOpenAiCases() throws IOException {
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        HttpPipeline pipeline = new HttpPipelineBuilder()
                .httpClient(HttpClient.createDefault())
                .policies(new RetryPolicy(new FixedDelay(2, Duration.ofMillis(20))))
                .build();
        OpenAIClientBuilder builder = new OpenAIClientBuilder()
                .endpoint("http://127.0.0.1:" + server.getAddress().getPort())
                .pipeline(pipeline);
        client = builder.buildClient();
        async = builder.buildAsyncClient();
    }

    public static void main(String[] args) throws Exception {
        new AzureOpenAiCases().all();
        System.out.println("done");
        System.exit(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean first = tries.computeIfAbsent(path, p -> new AtomicInteger()).getAndIncrement() == 0;
        boolean streams = body.contains("\"stream\":true");
        String type = streams ? "text/event-stream" : "application/json";
        if (path.contains("missing")) {
            send(exchange, 404, "application/json", ERROR);
        } else if (path.contains("flaky") && first || path.contains("down")) {
            send(exchange, 503, "application/json", "{\"error\":{\"code\":\"busy\",\"message\":\"Try again.\"}}");
        } else {
            send(exchange, 200, type, path.endsWith("/embeddings") ? VECTORS : streams ? STREAM : ANSWER);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static ChatCompletionsOptions question() {
        List<ChatRequestMessage> messages = List.of(new ChatRequestUserMessage("Grüße?"));
        return new ChatCompletionsOptions(messages);
    }

    private static String text(ChatCompletions answer) {
        StringBuilder text = new StringBuilder();
        for (ChatChoice choice : answer.getChoices()) {
            text.append(choice.getMessage() != null ? choice.getMessage().getContent() : choice.getDelta().getContent());
        }
        return text.toString();
    }

    private interface Told {
        Object get() throws Exception;
    }

    private static void say(String name, Told what) {
        Object told;
        try {
            told = what.get();
        } catch (Exception thrown) {
            told = thrown.getClass().getName();
        }
        System.out.println(name + ' ' + told);
    }

    private String streamed(String name) {
        StringBuilder text = new StringBuilder();
        for (ChatCompletions piece : client.getChatCompletionsStream(name, question())) {
            text.append(text(piece)).append('|');
        }
        return text.toString();
    }

    private void all() {
        for (String kind : List.of("plain", "flaky", "down", "missing")) {
            say(kind + "-sync", () -> text(client.getChatCompletions(kind + "-sync", question())));
            say(kind + "-stream", () -> streamed(kind + "-stream"));
            say(kind + "-async", () -> text(async.getChatCompletions(kind + "-async", question()).block()));
            say(kind + "-flux", () -> async.getChatCompletionsStream(kind + "-flux", question())
                    .map(AzureOpenAiCases::text)
                    .collectList()
                    .block());
        }
        say("vectors", () -> client.getEmbeddings("vectors", new EmbeddingsOptions(List.of("a"))).getData().size());
        Parents.within("azure", () -> {
            say("plain-within", () -> text(client.getChatCompletions("plain-within", question())));
            say("plain-chain", () -> async.getChatCompletions("plain-first", question())
                    .flatMap(answer -> async.getChatCompletions("plain-second", question()))
                    .map(AzureOpenAiCases::text)
                    .block());
        });
    }
}

package com.example.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A model provider on loopback that speaks OpenAI's chat completions, plain and streaming, and says what a script tells it to;
 * its embeddings count letters.
 * No network, no key, the same answers each time.
 */
public final class ScriptedProvider implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REQUESTS_A_MINUTE = 10_000;

    private final Script script;
    private final Faults faults;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Tokens tokens = new Tokens();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final Map<String, Usage> ofModels = new TreeMap<>();
    private Usage handedOut = Usage.NONE;

    private ScriptedProvider(Script script, Faults faults, int port) throws IOException {
        // answers in two small writes would wait 40 ms for an acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.script = script;
        this.faults = faults;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "provider");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::handle);
        server.createContext("/v1/embeddings", this::embed);
    }

    /** Starts listening; port 0 takes a free one. */
    public static ScriptedProvider start(Script script, Faults faults, int port) throws IOException {
        ScriptedProvider provider = new ScriptedProvider(script, faults, port);
        provider.server.start();
        return provider;
    }

    /** What a client wants as its base URL. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** How many requests came in so far. */
    public int requests() {
        return requests.get();
    }

    /** Opens once a request hangs. */
    public CountDownLatch hanging() {
        return hanging;
    }

    /** The tokens of all answers so far. */
    public synchronized Usage handedOut() {
        return handedOut;
    }

    /** The tokens of all answers of this model so far, those of its embeddings too. */
    public synchronized Usage handedOut(String model) {
        return ofModels.getOrDefault(model, Usage.NONE);
    }

    private synchronized void count(String model, Usage usage) {
        handedOut = handedOut.plus(usage);
        ofModels.merge(model, usage, Usage::plus);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            int number = requests.incrementAndGet();
            Ids ids = new Ids(number);
            byte[] body = exchange.getRequestBody().readAllBytes();
            headers(exchange.getResponseHeaders(), ids, number);
            if (faults.hangAt() > 0 && number >= faults.hangAt()) {
                hanging.countDown();
                new CountDownLatch(1).await();
            }
            if (!faults.delay().isZero()) {
                Thread.sleep(faults.delay().toMillis());
            }
            if (number <= faults.failures()) {
                fail(exchange);
            } else {
                answer(exchange, new ChatRequest(JSON.readTree(body)), ids);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, ChatRequest request, Ids ids) throws IOException, InterruptedException {
        Answer answer = script.answer(request);
        Usage usage = tokens.count(request, answer);
        count(request.model(), usage);
        Completion completion = new Completion(ids, request.model() + "-2024-07-18", answer, usage, request.wantsProbabilities());
        if (request.streams()) {
            stream(exchange, completion, request.wantsUsageInStream(), answer.endless());
        } else {
            send(exchange, 200, JSON.writeValueAsBytes(completion.whole()));
        }
    }

    private static void stream(HttpExchange exchange, Completion completion, boolean withUsage, boolean endless)
            throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("content-type", "text/event-stream; charset=utf-8");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        List<ObjectNode> chunks = completion.chunks(withUsage);
        while (endless) {
            // the second one is the text's first
            write(out, chunks.get(1));
            Thread.sleep(2);
        }
        for (ObjectNode chunk : chunks) {
            write(out, chunk);
        }
        out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void write(OutputStream out, ObjectNode chunk) throws IOException {
        out.write(("data: " + JSON.writeValueAsString(chunk) + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void embed(HttpExchange exchange) throws IOException {
        try (exchange) {
            headers(exchange.getResponseHeaders(), new Ids(requests.incrementAndGet()), requests.get());
            JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String model = request.path("model").asText();
            Usage usage = tokens.count(request.path("input"));
            count(model, usage);
            send(exchange, 200, JSON.writeValueAsBytes(Completion.vectors(request.path("input"), model, usage)));
        }
    }

    private void fail(HttpExchange exchange) throws IOException {
        boolean tooMany = faults.status() == 429;
        ObjectNode root = JSON.createObjectNode();
        root.putObject("error")
                .put("message", tooMany ? "Rate limit reached for requests" : "The server had an error")
                .put("type", tooMany ? "requests" : "server_error")
                .putNull("param")
                .put("code", tooMany ? "rate_limit_exceeded" : null);
        if (tooMany) {
            exchange.getResponseHeaders().set("retry-after", "1");
            exchange.getResponseHeaders().set("retry-after-ms", "50");
        }
        send(exchange, faults.status(), JSON.writeValueAsBytes(root));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void headers(Headers headers, Ids ids, int number) {
        headers.set("x-request-id", ids.request());
        headers.set("openai-processing-ms", "12");
        headers.set("openai-version", "2020-10-01");
        headers.set("x-ratelimit-limit-requests", Integer.toString(REQUESTS_A_MINUTE));
        headers.set("x-ratelimit-remaining-requests", Integer.toString(Math.max(0, REQUESTS_A_MINUTE - number)));
        headers.set("x-ratelimit-reset-requests", "6ms");
        headers.set("x-ratelimit-limit-tokens", "2000000");
        headers.set("x-ratelimit-remaining-tokens", "1999000");
        headers.set("x-ratelimit-reset-tokens", "30ms");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

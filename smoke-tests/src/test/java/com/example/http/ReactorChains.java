package com.example.http;

import com.example.handover.Parents;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Calls one after the other, at once and within each other, over connections that are used again; a line each. */
public final class ReactorChains {
    private static final String ANSWER = "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":"
            + "{\"role\":\"assistant\",\"content\":\"yes\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":1}}";
    private static final Pattern MODEL = Pattern.compile("\"model\":\"([^\"]+)\"");
    private static final String OWN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final AtomicInteger flaky = new AtomicInteger();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    private final String base = "http://127.0.0.1:" + server.getAddress().getPort();
    private final LoopResources loops = LoopResources.create("loops", 2, true);
    private final HttpClient client = HttpClient.create(
                    ConnectionProvider.builder("chains").maxConnections(1).pendingAcquireMaxCount(-1).build())
            .runOn(loops);
    private final WebClient web = WebClient.builder().clientConnector(new ReactorClientHttpConnector(client)).build();

    private ReactorChains() throws IOException {
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    public static void main(String[] args) throws Exception {
        new ReactorChains().all();
        System.out.println("done");
        System.exit(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        note(body, exchange.getRequestHeaders().getFirst("traceparent"));
        if (exchange.getRequestURI().getPath().startsWith("/moved")) {
            exchange.getResponseHeaders().add("location", base + "/v1/chat/completions");
            exchange.sendResponseHeaders(307, -1);
        } else {
            boolean fails = body.contains("flaky") && flaky.getAndIncrement() == 0;
            byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", "application/json");
            exchange.sendResponseHeaders(fails ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private static synchronized void note(String body, String traceparent) throws IOException {
        String file = System.getProperty("cases.seen");
        if (file != null) {
            Matcher model = MODEL.matcher(body);
            String line = (model.find() ? model.group(1) : "none") + ' ' + traceparent + '\n';
            Files.writeString(Path.of(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static void say(String name, Object what) {
        System.out.println(name + ' ' + what);
    }

    private static String question(String name) {
        return "{\"model\":\"" + name + "\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}";
    }

    private Mono<String> ask(String name) {
        return web.post()
                .uri(base + "/v1/chat/completions")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(question(name))
                .retrieve()
                .bodyToMono(String.class);
    }

    private Mono<String> order(String name) {
        return client.headers(headers -> headers.set("content-type", "application/json"))
                .post()
                .uri(base + "/orders")
                .send(ByteBufFlux.fromString(Mono.just("{\"model\":\"" + name + "\"}")))
                .responseSingle((response, body) -> body.asString());
    }

    private void all() throws Exception {
        Parents.within("chain", () ->
                say("chain", ask("first").flatMap(answer -> ask("second")).flatMap(answer -> ask("third")).block()));
        // over the connection that was just used for a trace
        say("after", order("after").block());
        say("alone", ask("alone").block());
        say("again", order("again").block());
        Parents.within("retry", () -> say("retry", ask("flaky").retry(1).block()));
        Parents.within("redirect", () -> say("redirect", redirected().block()));
        Parents.within("own", () -> say("own", withOwnHeader().block()));
        Parents.within("body", () -> say("body", withBodyOfAnother().block()));
        Parents.within("callbacks", () -> say("callbacks", withCallbacks().block()));
        Parents.within("cold", () -> say("cold", Mono.delay(Duration.ofMillis(20)).then(ask("delayed")).block()));
        atOnce();
        http2();
        loopsAreFree();
    }

    private Mono<String> redirected() {
        return client.followRedirect(true)
                .headers(headers -> headers.set("content-type", "application/json"))
                .post()
                .uri(base + "/moved/chat/completions")
                .send(ByteBufFlux.fromString(Mono.just(question("moved"))))
                .responseSingle((response, body) -> body.asString());
    }

    private Mono<String> withOwnHeader() {
        return web.post()
                .uri(base + "/v1/chat/completions")
                .contentType(MediaType.APPLICATION_JSON)
                .header("traceparent", OWN)
                .bodyValue(question("mine"))
                .retrieve()
                .bodyToMono(String.class);
    }

    /** What is asked depends on another answer, which is asked for once there is a connection to send it over. */
    private Mono<String> withBodyOfAnother() {
        HttpClient other = HttpClient.create(ConnectionProvider.create("other", 1)).runOn(loops);
        return other.headers(headers -> headers.set("content-type", "application/json"))
                .post()
                .uri(base + "/v1/chat/completions")
                .send((request, outbound) -> outbound.sendString(ask("inner").map(answer -> question("outer"))))
                .responseSingle((response, body) -> body.asString());
    }

    private Mono<String> withCallbacks() {
        return client.doOnRequest((request, connection) -> Parents.within("at-request", () -> {}))
                .doOnResponse((response, connection) -> Parents.within("at-response", () -> {}))
                .headers(headers -> headers.set("content-type", "application/json"))
                .post()
                .uri(base + "/v1/chat/completions")
                .send(ByteBufFlux.fromString(Mono.just(question("called-back"))))
                .responseSingle((response, body) -> body.asString());
    }

    /** One connection for two traces: the second request waits for it, and is sent by whoever gives it back. */
    private void atOnce() throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(3);
        for (String name : new String[] {"left", "right"}) {
            Parents.within(name, () -> ask("at-" + name).flatMap(answer -> ask("then-" + name)).subscribe(answer -> ended.countDown()));
        }
        order("between").subscribe(answer -> ended.countDown());
        ended.await();
        say("at-once", "both");
    }

    private void http2() {
        var server2 = reactor.netty.http.server.HttpServer.create()
                .protocol(HttpProtocol.H2C)
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive().aggregate().asString().flatMap(body -> {
                    try {
                        note(body, request.requestHeaders().get("traceparent"));
                    } catch (IOException e) {
                        return Mono.error(e);
                    }
                    return response.header("content-type", "application/json").sendString(Mono.just(ANSWER)).then();
                }))
                .bindNow();
        HttpClient multiplexed = HttpClient.create().protocol(HttpProtocol.H2C).runOn(loops);
        Parents.within("http2", () -> say("http2", Flux.range(0, 3)
                .flatMap(i -> multiplexed
                        .headers(headers -> headers.set("content-type", "application/json"))
                        .post()
                        .uri("http://127.0.0.1:" + server2.port() + "/v1/chat/completions")
                        .send(ByteBufFlux.fromString(Mono.just(question("stream-" + i))))
                        .responseSingle((response, body) -> body.asString().map(text -> response.version() + " " + text)))
                .collectList()
                .block()));
        server2.disposeNow();
    }

    /** A request that no trace asks for, sent by each of the client's threads. */
    private void loopsAreFree() throws InterruptedException {
        EventLoopGroup group = loops.onClient(true);
        CountDownLatch sent = new CountDownLatch(2);
        for (EventExecutor loop : group) {
            loop.execute(() -> order("free").subscribe(answer -> sent.countDown()));
        }
        sent.await();
        say("free", "all");
    }
}

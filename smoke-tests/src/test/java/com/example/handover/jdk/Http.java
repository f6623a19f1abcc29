package com.example.handover.jdk;

import com.example.handover.Probe;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP client, whose stages run on threads of its own. */
final class Http {
    private Http() {}

    static void stages(Probe p) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            p.mark(exchange.getRequestURI().getPath().equals("/alone") ? "served" : "a+a+a/served");
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes());
            exchange.close();
        });
        server.start();
        ExecutorService executor = p.pool("executor", Executors.newFixedThreadPool(2), 2);
        HttpClient client = HttpClient.newBuilder().executor(executor).build();
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        HttpRequest request = HttpRequest.newBuilder(uri).build();
        p.parent("a", () -> {
            CompletableFuture<HttpResponse<String>> sent = client.sendAsync(request, BodyHandlers.ofString());
            p.note("body", sent.thenApply(response -> {
                p.mark("a/apply");
                return response.body();
            }).thenApplyAsync(body -> {
                p.mark("a/apply-async");
                return body;
            }).get());
            p.note("mapped", client.sendAsync(request, info -> BodySubscribers.ofString(
                    java.nio.charset.StandardCharsets.UTF_8)).thenCompose(response -> {
                        p.mark("a/compose");
                        return client.sendAsync(request, BodyHandlers.ofString());
                    }).thenApply(HttpResponse::statusCode).get());
        });
        p.note("alone", client.send(HttpRequest.newBuilder(uri.resolve("alone")).build(), BodyHandlers.ofString()).body());
        server.stop(0);
    }
}

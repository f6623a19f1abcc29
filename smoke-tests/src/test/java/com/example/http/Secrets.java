package com.example.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Model calls with keys in every place where applications and providers put them. */
public final class Secrets {
    private static final String[] KEYS = {
        "sk-proj-%s", "sk-ant-api03-%s", "AIzaSy%s0123456789abcdef", "gsk_%s", "xai-%s", "hf_%s", "pplx-%s", "ghp_%s", "AKIAABCDEFGHIJKLMNOP",
    };

    private Secrets() {}

    /** @param args what no byte of a journal may contain */
    public static void main(String[] args) throws Exception {
        String secret = args[0];
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (String key : KEYS) {
            String whole = key.replace("%s", secret);
            server.createContext("/" + key.hashCode(), exchange -> {
                exchange.getRequestBody().readAllBytes();
                boolean refuses = exchange.getRequestURI().getPath().contains("refuse");
                String said = refuses
                        ? "{\"error\":{\"message\":\"Incorrect API key provided: " + whole + "\",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}"
                        : "{\"id\":\"i\",\"model\":\"m\",\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"your key is " + whole
                                + "\",\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\",\"function\":{\"name\":\"login\",\"arguments\":\"{\\\"api_key\\\":\\\""
                                + whole + "\\\"}\"}}]},\"finish_reason\":\"stop\"}]}";
                byte[] body = said.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("content-type", "application/json");
                exchange.getResponseHeaders().set("set-cookie", "session=" + whole);
                exchange.getResponseHeaders().set("x-request-id", "req-" + key.hashCode());
                exchange.getResponseHeaders().set("openai-organization", whole);
                exchange.sendResponseHeaders(refuses ? 401 : 200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
        }
        server.start();
        HttpClient client = HttpClient.newHttpClient();
        for (String key : KEYS) {
            String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + key.hashCode();
            send(client, base, key.replace("%s", secret));
            send(client, base + "/refuse", key.replace("%s", secret));
            try (ServerSocket free = new ServerSocket(0)) {
                int port = free.getLocalPort();
                free.close();
                send(client, "http://127.0.0.1:" + port, key.replace("%s", secret));
            }
        }
        server.stop(0);
    }

    private static void send(HttpClient client, String base, String key) throws InterruptedException {
        String body = "{\"model\":\"m\",\"messages\":[{\"role\":\"system\",\"content\":\"OPENAI_API_KEY=" + key + "\"},"
                + "{\"role\":\"user\",\"content\":\"use " + key + " please\"}],\"user\":\"" + key + "\"}";
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1/chat/completions?key=" + key + "&api-version=1"))
                .header("content-type", "application/json")
                .header("authorization", "Bearer " + key)
                .header("x-api-key", key)
                .header("api-key", key)
                .header("x-goog-api-key", key)
                .header("cookie", "session=" + key)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            System.out.println(client.send(request, BodyHandlers.ofString()).statusCode());
        } catch (IOException refused) {
            System.out.println("refused");
        }
    }
}

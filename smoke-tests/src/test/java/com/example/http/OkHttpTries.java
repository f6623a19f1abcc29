package com.example.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** What interceptors of the application and OkHttp itself make of a call: more tries than one, or none. A request's model is the case. */
public final class OkHttpTries {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String ANSWER = "{\"id\":\"chatcmpl-1\",\"model\":\"gpt-odd-1\",\"choices\":[{\"index\":0,\"message\":"
            + "{\"role\":\"assistant\",\"content\":\"yes\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":5}}";
    private static final String LIMITED = "{\"error\":{\"message\":\"slow down\",\"type\":\"requests\",\"code\":\"rate_limit_exceeded\"}}";

    private static final Map<String, AtomicInteger> SEEN = new ConcurrentHashMap<>();

    private OkHttpTries() {}

    public static void main(String[] args) throws Exception {
        HttpServer server = server();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        OkHttpClient plain = new OkHttpClient();
        Interceptor again = OkHttpTries::again;
        OkHttpClient retrying = plain.newBuilder().addInterceptor(again).build();

        say("retried", retrying, base + "/v1/chat/completions", "retried");
        say("exhausted", retrying, base + "/v1/chat/completions", "exhausted");
        say("refused", retrying, base + "/v1/chat/completions", "refused");
        say("broken", retrying, base + "/v1/chat/completions", "broken");
        say("redirected", plain, base + "/v1/chat/completions", "redirected");
        say("reading", plain.newBuilder().addInterceptor(OkHttpTries::reading).build(), base + "/v1/chat/completions", "reading");
        say("replacing", plain.newBuilder().addInterceptor(OkHttpTries::replacing).build(), base + "/v1/chat/completions", "replacing");
        say("mocked", plain.newBuilder().addInterceptor(OkHttpTries::mocked).build(), base + "/v1/chat/completions", "mocked");
        say("throwing", plain.newBuilder().addInterceptor(OkHttpTries::throwing).build(), base + "/v1/chat/completions", "throwing");
        say("rebuilt", retrying.newBuilder().build().newBuilder().build(), base + "/v1/chat/completions", "rebuilt");
        say("network", plain.newBuilder().addNetworkInterceptor(chain -> chain.proceed(chain.request())).build(),
                base + "/v1/chat/completions", "network");
        // no messages: no model call
        post(retrying, base + "/v1/chat/completions", "{\"model\":\"none\"}");
        System.out.println("interceptors " + plain.interceptors().size() + " " + retrying.interceptors().size() + " "
                + (retrying.interceptors().get(0) == again) + " " + retrying.networkInterceptors().size());
        System.out.println("done");
        System.exit(0);
    }

    private static void say(String name, OkHttpClient client, String url, String model) {
        String told;
        try {
            told = post(client, url, "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"well?\"}]}");
        } catch (Exception thrown) {
            told = String.valueOf(thrown);
        }
        System.out.println(name + " " + told);
    }

    private static String post(OkHttpClient client, String url, String body) throws IOException {
        Request request = new Request.Builder().url(url).post(RequestBody.create(JSON, body)).build();
        try (Response response = client.newCall(request).execute()) {
            return response.code() + " " + response.body().string() + " " + (response.request() == request);
        }
    }

    private static Response again(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        for (int i = 0; i < 2 && response.code() == 429; i++) {
            response.close();
            response = chain.proceed(chain.request());
        }
        return response;
    }

    /** As loggers do. */
    private static Response reading(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        response.body().source().request(Long.MAX_VALUE);
        return response;
    }

    private static Response replacing(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String text = response.body().string();
        return response.newBuilder().body(ResponseBody.create(JSON, text)).build();
    }

    private static Response mocked(Interceptor.Chain chain) {
        return new Response.Builder().request(chain.request()).protocol(Protocol.HTTP_1_1).code(200).message("OK")
                .body(ResponseBody.create(JSON, ANSWER)).build();
    }

    private static Response throwing(Interceptor.Chain chain) throws IOException {
        chain.proceed(chain.request()).close();
        throw new IOException("not that one");
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String model = body.replaceFirst("(?s).*\"model\":\"([^\"]+)\".*", "$1");
            int count = SEEN.computeIfAbsent(model, key -> new AtomicInteger()).incrementAndGet();
            boolean limited = model.equals("exhausted") || model.equals("retried") && count < 3;
            int status = model.equals("broken") ? 500 : model.equals("refused") ? 400 : limited ? 429 : 200;
            if (model.equals("redirected") && count == 1) {
                status = 307;
                exchange.getResponseHeaders().set("location", "/elsewhere/v1/chat/completions");
            }
            String text = status == 200 ? ANSWER : status == 500 ? "<h1>oh</h1>" : LIMITED;
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", status == 500 ? "text/html" : "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}

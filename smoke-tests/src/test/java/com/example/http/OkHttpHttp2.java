package com.example.http;

import com.example.handover.Parents;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** OkHttp over one connection of HTTP/2 without TLS, to a server of Reactor Netty's. A request's model is the case. */
public final class OkHttpHttp2 {
    private static final String CHUNK = "data: {\"id\":\"chatcmpl-1\",\"model\":\"gpt-odd-1\",\"choices\":[{\"index\":0,\"delta\":";
    private static final String FIRST = CHUNK + "{\"role\":\"assistant\",\"content\":\"%s says \"}}]}\n\n";
    private static final String SECOND = CHUNK + "{\"content\":\"yes\"},\"finish_reason\":\"stop\"}],"
            + "\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":5}}\n\ndata: [DONE]\n\n";
    private static final String REFUSAL = "{\"error\":{\"message\":\"no such model\",\"code\":\"model_not_found\"}}";

    private final Path seen = System.getProperty("cases.seen") == null ? null : Path.of(System.getProperty("cases.seen"));
    private final Set<SocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CompletableFuture<?> left = new CompletableFuture<>();
    private final CompletableFuture<?> right = new CompletableFuture<>();
    private final OkHttpClient client =
            new OkHttpClient.Builder().protocols(Arrays.asList(Protocol.H2_PRIOR_KNOWLEDGE)).build();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).protocol(HttpProtocol.H2C).handle(this::handle).bindNow();

    private OkHttpHttp2() {}

    public static void main(String[] args) throws Exception {
        new OkHttpHttp2().all();
        System.out.println("done");
        System.exit(0);
    }

    private void all() throws Exception {
        say("whole", () -> told(call("whole").execute()));
        say("refused", () -> told(call("refused").execute()));
        say("closed", () -> {
            try (Response response = call("endless-closed").execute()) {
                return (char) response.body().source().readByte() + "";
            }
        });
        say("cancelled", this::cancelled);
        say("together", this::together);
        say("inner", () -> {
            String[] told = new String[1];
            Parents.within("inner", () -> told[0] = told(call("inner").execute()));
            return told[0];
        });
        System.out.println("connections " + connections.size());
    }

    private interface Told {
        String get() throws Exception;
    }

    private static void say(String name, Told what) throws Exception {
        System.out.println(name + ' ' + what.get().replace('\n', '|'));
    }

    private Call call(String model) {
        String body = "{\"model\":\"" + model + "\",\"messages\":[{\"role\":\"user\",\"content\":\"well?\"}]}";
        return client.newCall(new Request.Builder()
                .url("http://127.0.0.1:" + server.port() + "/v1/chat/completions")
                .post(RequestBody.create(MediaType.get("application/json"), body))
                .build());
    }

    private static String told(Response response) throws IOException {
        try (response) {
            return response.protocol() + " " + response.code() + ' ' + response.body().string();
        }
    }

    /** Its answer, or what it failed with, in the callback. */
    private static CompletableFuture<String> enqueued(Call call) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException thrown) {
                answer.completeExceptionally(thrown);
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try {
                    answer.complete(told(response));
                } catch (IOException thrown) {
                    answer.completeExceptionally(thrown);
                }
            }
        });
        return answer;
    }

    private String cancelled() throws InterruptedException {
        Call call = call("endless-cancelled");
        CompletableFuture<String> answer = enqueued(call);
        reached.await();
        call.cancel();
        try {
            return answer.get();
        } catch (ExecutionException thrown) {
            return "cancelled " + call.isCanceled();
        }
    }

    /** Two streams whose pieces come in turns. */
    private String together() throws Exception {
        CompletableFuture<String> one = enqueued(call("left"));
        CompletableFuture<String> other = enqueued(call("right"));
        return one.get() + ' ' + other.get();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        connections.add(request.remoteAddress());
        return request.receive().aggregate().asString().flatMap(body -> {
            String model = body.replaceFirst("(?s).*\"model\":\"([^\"]+)\".*", "$1");
            note(model, request.requestHeaders().get("traceparent"));
            return Mono.fromDirect(answer(model, response));
        });
    }

    private Publisher<Void> answer(String model, HttpServerResponse response) {
        if (model.equals("refused")) {
            return response.status(400).header("content-type", "application/json").sendString(Mono.just(REFUSAL));
        }
        response.header("content-type", "text/event-stream");
        Mono<String> first = Mono.just(FIRST.formatted(model));
        Flux<String> rest = switch (model) {
            case "endless-closed" -> Flux.never();
            case "endless-cancelled" -> Flux.defer(() -> {
                reached.countDown();
                return Flux.never();
            });
            case "left" -> both(left, right);
            case "right" -> both(right, left);
            default -> Flux.just(SECOND);
        };
        return response.send(Flux.concat(first, rest).map(OkHttpHttp2::bytes), piece -> true);
    }

    private static Flux<String> both(CompletableFuture<?> mine, CompletableFuture<?> theirs) {
        return Flux.defer(() -> {
            mine.complete(null);
            return Mono.fromFuture(theirs).thenMany(Flux.fromIterable(List.of(SECOND)));
        });
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private synchronized void note(String model, String traceparent) {
        if (seen != null) {
            try {
                Files.writeString(seen, model + ' ' + traceparent + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

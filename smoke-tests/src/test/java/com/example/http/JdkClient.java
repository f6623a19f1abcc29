package com.example.http;

import com.example.http.Way.Client;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/** The JDK's own, as the contract for all clients sees it. */
public final class JdkClient implements Client {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NORMAL).build();

    @Override
    public List<Way> ways() {
        return List.of(new Sync(), new Async());
    }

    @Override
    public void close() {}

    static HttpRequest request(Way.Ask ask) {
        HttpRequest.Builder request = HttpRequest.newBuilder(ask.uri())
                .header("content-type", ask.contentType())
                .header("x-case", ask.kind())
                .POST(BodyPublishers.ofString(ask.body()));
        return ask.timeout() == null ? request.build() : request.timeout(ask.timeout()).build();
    }

    private static void read(InputStream in, Predicate<byte[]> each) throws IOException {
        try (in) {
            byte[] buffer = new byte[4096];
            int n;
            while ((n = in.read(buffer)) >= 0) {
                if (!each.test(Arrays.copyOf(buffer, n))) {
                    return;
                }
            }
        }
    }

    private final class Sync implements Way {
        @Override
        public String name() {
            return "sync";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            HttpResponse<byte[]> response = client.send(request(ask), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            read(client.send(request(ask), BodyHandlers.ofInputStream()).body(), each);
            return true;
        }
    }

    private final class Async implements Way {
        @Override
        public String name() {
            return "async";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            HttpResponse<byte[]> response = client.sendAsync(request(ask), BodyHandlers.ofByteArray()).get();
            return new Answer(response.statusCode(), response.body());
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request(ask), BodyHandlers.ofString());
            moment.await();
            boolean cancelled = answer.cancel(true);
            try {
                return "answered " + answer.get();
            } catch (ExecutionException | java.util.concurrent.CancellationException thrown) {
                return "cancelled " + cancelled;
            }
        }
    }
}

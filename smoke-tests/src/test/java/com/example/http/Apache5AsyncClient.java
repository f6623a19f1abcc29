package com.example.http;

import com.example.http.Way.Client;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestProducer;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Apache's asynchronous client 5: a future, a callback, and a consumer that is given what comes. */
public final class Apache5AsyncClient implements Client {
    private final CloseableHttpAsyncClient client = HttpAsyncClients.custom().disableAutomaticRetries().build();

    public Apache5AsyncClient() {
        client.start();
    }

    @Override
    public List<Way> ways() {
        return List.of(new Futures(), new Callbacks());
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }

    private static SimpleHttpRequest request(Way.Ask ask) {
        SimpleHttpRequest request = new SimpleHttpRequest("POST", ask.uri());
        request.setHeader("x-case", ask.kind());
        request.setBody(ask.body(), ContentType.parse(ask.contentType()).withCharset(StandardCharsets.UTF_8));
        if (ask.timeout() != null) {
            request.setConfig(RequestConfig.custom()
                    .setResponseTimeout(Timeout.ofMilliseconds(ask.timeout().toMillis())).build());
        }
        return request;
    }

    private static Way.Answer answer(SimpleHttpResponse response) {
        byte[] body = response.getBodyBytes();
        return new Way.Answer(response.getCode(), body == null ? new byte[0] : body);
    }

    private final class Futures implements Way {
        @Override
        public String name() {
            return "future";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            SimpleHttpRequest request = request(ask);
            try {
                return answer(client.execute(request, null).get());
            } finally {
                if (request.containsHeader("traceparent")) {
                    throw new IllegalStateException("changed");
                }
            }
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            CompletableFuture<Future<?>> future = new CompletableFuture<>();
            future.complete(client.execute(SimpleRequestProducer.create(request(ask)), new Pieces(each, future), null));
            try {
                future.get().get();
            } catch (CancellationException | ExecutionException stopped) {
                // by ourselves
            }
            return true;
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            Future<SimpleHttpResponse> future = client.execute(request(ask), null);
            moment.await();
            future.cancel(true);
            try {
                return "answered " + future.get();
            } catch (CancellationException | ExecutionException thrown) {
                return "cancelled";
            }
        }
    }

    private static final class Pieces extends AbstractBinResponseConsumer<Void> {
        private final Predicate<byte[]> each;
        private final CompletableFuture<Future<?>> future;
        private String some = "";

        Pieces(Predicate<byte[]> each, CompletableFuture<Future<?>> future) {
            this.each = each;
            this.future = future;
        }

        @Override
        protected void start(HttpResponse response, ContentType contentType) {}

        @Override
        protected int capacityIncrement() {
            return 4096;
        }

        @Override
        protected void data(ByteBuffer bytes, boolean endOfStream) {
            byte[] piece = new byte[bytes.remaining()];
            bytes.get(piece);
            some += new String(piece, StandardCharsets.ISO_8859_1);
            if (some.contains("\n\n")) {
                byte[] whole = some.getBytes(StandardCharsets.ISO_8859_1);
                some = "";
                if (!each.test(whole)) {
                    future.join().cancel(true);
                }
            }
        }

        @Override
        protected Void buildResult() {
            return null;
        }

        @Override
        public void releaseResources() {}
    }

    private final class Callbacks implements Way {
        @Override
        public String name() {
            return "callback";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            CompletableFuture<SimpleHttpResponse> answer = new CompletableFuture<>();
            client.execute(request(ask), new FutureCallback<SimpleHttpResponse>() {
                @Override
                public void completed(SimpleHttpResponse response) {
                    answer.complete(response);
                }

                @Override
                public void failed(Exception thrown) {
                    answer.completeExceptionally(thrown);
                }

                @Override
                public void cancelled() {
                    answer.cancel(true);
                }
            });
            return answer(answer.get());
        }
    }
}

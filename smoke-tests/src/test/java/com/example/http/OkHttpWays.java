package com.example.http;

import com.example.http.Way.Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;

/** OkHttp 3, 4 and 5, blocking, with a callback, and with its reader of events. */
public final class OkHttpWays implements Client {
    private final OkHttpClient client = new OkHttpClient.Builder().retryOnConnectionFailure(true).build();

    @Override
    public List<Way> ways() {
        return List.of(new Sync(), new Async(), new Events());
    }

    @Override
    public void close() {}

    private static Request request(Way.Ask ask) {
        return new Request.Builder()
                .url(ask.uri().toString())
                .header("x-case", ask.kind())
                .post(RequestBody.create(MediaType.get(ask.contentType()), ask.body().getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private OkHttpClient client(Way.Ask ask) {
        return ask.timeout() == null
                ? client
                : client.newBuilder().readTimeout(ask.timeout().toMillis(), TimeUnit.MILLISECONDS).build();
    }

    private static Way.Answer answer(Response response, Request asked) throws IOException {
        try (response) {
            if (response.request() != asked && response.priorResponse() == null) {
                throw new IllegalStateException("not what was asked: " + response.request());
            }
            return new Way.Answer(response.code(), response.body().bytes());
        }
    }

    /** The socket and OkHttp both watch the time, and it is chance whose words the application gets. */
    private static SocketTimeoutException whicheverWasFirst(SocketTimeoutException thrown) {
        return List.of("timeout", "Read timed out").contains(thrown.getMessage()) ? new SocketTimeoutException("timeout") : thrown;
    }

    private static void read(Response response, Predicate<byte[]> each) throws IOException {
        try (response) {
            InputStream in = response.body().byteStream();
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
        public boolean triesAgain() {
            return true;
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            Request request = request(ask);
            try {
                return answer(client(ask).newCall(request).execute(), request);
            } catch (SocketTimeoutException thrown) {
                throw whicheverWasFirst(thrown);
            }
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            read(client(ask).newCall(request(ask)).execute(), each);
            return true;
        }
    }

    /** The answer of a call that was enqueued, read in its callback. */
    private static final class Later implements Callback {
        interface Reads {
            Way.Answer read(Response response) throws IOException;
        }

        final CompletableFuture<Way.Answer> answer = new CompletableFuture<>();
        private final Reads reads;

        Later(Reads reads) {
            this.reads = reads;
        }

        @Override
        public void onFailure(Call call, IOException thrown) {
            answer.completeExceptionally(thrown);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try {
                answer.complete(reads.read(response));
            } catch (Throwable thrown) {
                answer.completeExceptionally(thrown);
            }
        }

        Way.Answer await() throws Throwable {
            try {
                return answer.get();
            } catch (ExecutionException thrown) {
                throw thrown.getCause();
            }
        }
    }

    private final class Async implements Way {
        @Override
        public String name() {
            return "async";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            Request request = request(ask);
            Later later = new Later(response -> answer(response, request));
            client(ask).newCall(request).enqueue(later);
            try {
                return later.await();
            } catch (SocketTimeoutException thrown) {
                throw whicheverWasFirst(thrown);
            }
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            Later later = new Later(response -> {
                read(response, each);
                return null;
            });
            client(ask).newCall(request(ask)).enqueue(later);
            later.await();
            return true;
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            Request request = request(ask);
            Later later = new Later(response -> answer(response, request));
            Call call = client(ask).newCall(request);
            call.enqueue(later);
            moment.await();
            call.cancel();
            try {
                return "answered " + later.await();
            } catch (IOException thrown) {
                return "cancelled " + call.isCanceled();
            }
        }
    }

    /** OkHttp's own reader of events. It refuses all other answers unread, so those are taken with a callback here too. */
    private final class Events implements Way {
        private final Async async = new Async();

        @Override
        public String name() {
            return "events";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            if (!List.of("sse", "gzip-sse", "error-event", "cut").contains(ask.kind())) {
                return async.whole(ask);
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            listen(ask, piece -> {
                all.writeBytes(piece);
                return true;
            });
            return new Answer(200, all.toByteArray());
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            listen(ask, each);
            return true;
        }

        private Listening source(Ask ask, Predicate<byte[]> each) {
            Listening listening = new Listening(each);
            listening.source = EventSources.createFactory(client(ask)).newEventSource(request(ask), listening);
            return listening;
        }

        private void listen(Ask ask, Predicate<byte[]> each) throws Throwable {
            try {
                source(ask, each).end.get();
            } catch (ExecutionException thrown) {
                throw thrown.getCause();
            }
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            Listening listening = source(ask, piece -> true);
            moment.await();
            listening.source.cancel();
            try {
                return "ended " + listening.end.get();
            } catch (ExecutionException thrown) {
                return "cancelled";
            }
        }
    }

    private static final class Listening extends EventSourceListener {
        final CompletableFuture<Void> end = new CompletableFuture<>();
        private final Predicate<byte[]> each;
        volatile EventSource source;

        Listening(Predicate<byte[]> each) {
            this.each = each;
        }

        @Override
        public void onEvent(EventSource source, String id, String type, String data) {
            if (!each.test(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8))) {
                source.cancel();
                end.complete(null);
            }
        }

        @Override
        public void onClosed(EventSource source) {
            end.complete(null);
        }

        @Override
        public void onFailure(EventSource source, Throwable thrown, Response response) {
            end.completeExceptionally(thrown != null ? thrown : new IOException("refused with " + response.code()));
        }
    }
}

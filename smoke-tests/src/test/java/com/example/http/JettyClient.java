package com.example.http;

import com.example.http.Way.Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;

/** Jetty's. */
public final class JettyClient implements Client {
    private final HttpClient client = new HttpClient();

    public JettyClient() throws Exception {
        client.start();
    }

    @Override
    public List<Way> ways() {
        return List.of(new Buffered(), new Stream(), new Listening());
    }

    @Override
    public void close() throws Exception {
        client.stop();
    }

    private Request post(Way.Ask ask) {
        Request request = client.POST(ask.uri()).headers(headers -> headers.put("x-case", ask.kind()));
        return ask.timeout() == null ? request : request.timeout(ask.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Request.Content whole(Way.Ask ask) {
        return new StringRequestContent(ask.contentType(), ask.body(), StandardCharsets.UTF_8);
    }

    /** Its messages tell the state of the connection, down to bytes and milliseconds. */
    private static Throwable told(Way.Ask ask, Throwable thrown) {
        if (!ask.kind().equals("cut")) {
            return thrown;
        }
        StringBuilder types = new StringBuilder();
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            types.append(t.getClass().getName()).append(' ');
        }
        return new IllegalStateException(types.toString());
    }

    /** All at once, in a future. */
    private final class Buffered implements Way {
        @Override
        public String name() {
            return "buffered";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            Request request = post(ask).body(JettyClient.whole(ask));
            try {
                ContentResponse response = new CompletableResponseListener(request, 1 << 26).send().get();
                return new Answer(response.getStatus(), response.getContent());
            } catch (ExecutionException thrown) {
                throw told(ask, thrown);
            }
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            Request request = post(ask).body(JettyClient.whole(ask));
            CompletableFuture<ContentResponse> answer = new CompletableResponseListener(request).send();
            moment.await();
            request.abort(new CancellationException("enough"));
            try {
                return "answered " + answer.get();
            } catch (ExecutionException | CancellationException thrown) {
                return "aborted " + thrown.getClass().getName();
            }
        }
    }

    /** Blocking, a stream. */
    private final class Stream implements Way {
        @Override
        public String name() {
            return "stream";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            InputStreamResponseListener listener = new InputStreamResponseListener();
            post(ask).body(JettyClient.whole(ask)).send(listener);
            int status = listener.get(20, TimeUnit.SECONDS).getStatus();
            try (InputStream in = listener.getInputStream()) {
                return new Answer(status, in.readAllBytes());
            } catch (IOException thrown) {
                throw told(ask, thrown);
            }
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            InputStreamResponseListener listener = new InputStreamResponseListener();
            post(ask).body(JettyClient.whole(ask)).send(listener);
            listener.get(20, TimeUnit.SECONDS);
            try (InputStream in = listener.getInputStream()) {
                byte[] buffer = new byte[4096];
                int n;
                while ((n = in.read(buffer)) >= 0) {
                    if (!each.test(Arrays.copyOf(buffer, n))) {
                        return true;
                    }
                }
            }
            return true;
        }
    }

    /** With listeners, and a body that comes piece by piece. */
    private final class Listening implements Way {
        @Override
        public String name() {
            return "listening";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            return new Answer(send(ask, piece -> {
                all.writeBytes(piece);
                return true;
            }), all.toByteArray());
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            send(ask, each);
            return true;
        }

        private int send(Ask ask, Predicate<byte[]> each) throws Throwable {
            CompletableFuture<Integer> end = new CompletableFuture<>();
            AsyncRequestContent content = new AsyncRequestContent(ask.contentType());
            Request request = post(ask).body(content);
            request.onResponseContent((response, bytes) -> {
                byte[] piece = new byte[bytes.remaining()];
                bytes.get(piece);
                if (!each.test(piece)) {
                    end.complete(0);
                    request.abort(new CancellationException("enough"));
                }
            });
            request.send(result -> {
                if (result.isFailed()) {
                    end.completeExceptionally(result.getFailure());
                } else {
                    end.complete(result.getResponse().getStatus());
                }
            });
            byte[] body = ask.body().getBytes(StandardCharsets.UTF_8);
            content.write(ByteBuffer.wrap(body, 0, 10), org.eclipse.jetty.util.Callback.NOOP);
            content.write(ByteBuffer.wrap(body, 10, body.length - 10), org.eclipse.jetty.util.Callback.NOOP);
            content.close();
            try {
                return end.get();
            } catch (ExecutionException thrown) {
                throw told(ask, thrown.getCause());
            }
        }
    }
}

package com.example.http;

import com.example.http.Way.Client;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.streams.ReadStream;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.codec.BodyCodec;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.logging.LogManager;

/** Vert.x's client and the web client on it. Methods that answer differently in Vert.x 4 and 5 are called by name. */
public final class VertxClient implements Client {
    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = (HttpClient) call(Vertx.class, "createHttpClient", vertx);
    private final WebClient web = WebClient.wrap(client);

    /** What it logs has times in it. */
    public VertxClient() {
        LogManager.getLogManager().reset();
    }

    @Override
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>(List.of(new Core(), new Piecewise(), new Web(), new WebPipe()));
        try {
            BodyCodec.class.getMethod("sseStream", Handler.class);
            ways.add(new WebSse());
        } catch (NoSuchMethodException before5) {
            // then without
        }
        return ways;
    }

    @Override
    public void close() throws Exception {
        await(vertx.close());
    }

    private static RequestOptions options(Way.Ask ask) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(ask.uri().toString())
                .putHeader("content-type", ask.contentType())
                .putHeader("x-case", ask.kind());
        return ask.timeout() == null ? options : options.setTimeout(ask.timeout().toMillis());
    }

    private static <T> T await(Future<T> future) throws InterruptedException {
        try {
            return future.toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException thrown) {
            return VertxClient.<T, RuntimeException>same(thrown.getCause());
        }
    }

    @SuppressWarnings("unchecked") // thrown as it is
    private static <T, X extends Throwable> T same(Throwable thrown) throws X {
        throw (X) thrown;
    }

    private static Object call(Class<?> type, String method, Object on) {
        try {
            return type.getMethod(method).invoke(on);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void reset(HttpClientRequest request) {
        call(HttpClientRequest.class, "reset", request);
    }

    /** A request object, a response object, their handlers. */
    private final class Core implements Way {
        @Override
        public String name() {
            return "core";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            int[] status = new int[1];
            // on the event loop throughout: what breaks before a body is asked for gets lost in Vert.x 4.0
            Buffer body = await(client.request(options(ask))
                    .compose(request -> request.send(Buffer.buffer(ask.body())).compose(response -> {
                        status[0] = response.statusCode();
                        return response.body();
                    })));
            return new Answer(status[0], body.getBytes());
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            CompletableFuture<Void> end = new CompletableFuture<>();
            client.request(options(ask)).onComplete(asked -> {
                HttpClientRequest request = asked.result();
                request.send(Buffer.buffer(ask.body())).onComplete(answered -> {
                    HttpClientResponse response = answered.result();
                    response.exceptionHandler(end::completeExceptionally);
                    response.endHandler(nothing -> end.complete(null));
                    response.handler(piece -> {
                        if (!end.isDone() && !each.test(piece.getBytes())) {
                            end.complete(null);
                            reset(request);
                        }
                    });
                });
            });
            end.get();
            return true;
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            HttpClientRequest request = await(client.request(options(ask)));
            Future<HttpClientResponse> answer = request.send(Buffer.buffer(ask.body()));
            Future<Buffer> body = answer.compose(HttpClientResponse::body);
            moment.await();
            // a reset that comes before that gets lost in Vert.x 4.0
            await(answer);
            reset(request);
            try {
                return "answered " + await(body);
            } catch (Throwable thrown) {
                return "reset " + thrown.getClass().getName();
            }
        }
    }

    /** The request's body in two pieces, without a length. */
    private final class Piecewise implements Way {
        @Override
        public String name() {
            return "pieces";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            int half = ask.body().length() / 2;
            HttpClientRequest request = await(client.request(options(ask)));
            request.setChunked(true);
            request.headers().add("x-own", "1");
            Buffer all = Buffer.buffer();
            CompletableFuture<Void> end = new CompletableFuture<>();
            Future<HttpClientResponse> answer = request.response().map(answered -> answered
                    .handler(all::appendBuffer)
                    .exceptionHandler(end::completeExceptionally)
                    .endHandler(nothing -> end.complete(null)));
            request.write(ask.body().substring(0, half));
            request.end(ask.body().substring(half));
            String sent = request.headers().names().toString();
            HttpClientResponse response = await(answer);
            try {
                end.get();
            } catch (ExecutionException thrown) {
                throw thrown.getCause();
            }
            return new Answer(response.statusCode(), ask.kind().equals("json") ? sent.getBytes() : all.getBytes());
        }
    }

    private HttpRequest<Buffer> post(Way.Ask ask) {
        HttpRequest<Buffer> request = web.postAbs(ask.uri().toString())
                .putHeader("content-type", ask.contentType())
                .putHeader("x-case", ask.kind());
        return ask.timeout() == null ? request : request.timeout(ask.timeout().toMillis());
    }

    private final class Web implements Way {
        @Override
        public String name() {
            return "web";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            HttpResponse<Buffer> response = await(post(ask).sendBuffer(Buffer.buffer(ask.body())));
            return new Answer(response.statusCode(), response.body() == null ? new byte[0] : response.body().getBytes());
        }
    }

    /** The web client's way to read as it comes. It has none to stop early: what the stream refuses is read on unseen. */
    private final class WebPipe implements Way {
        @Override
        public String name() {
            return "pipe";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            Buffer all = Buffer.buffer();
            int status = send(ask, piece -> all.appendBytes(piece) != null);
            return new Answer(status, all.getBytes());
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) throws Throwable {
            if (ask.kind().equals("endless")) {
                return false;
            }
            send(ask, each);
            return true;
        }

        private int send(Ask ask, Predicate<byte[]> each) throws Throwable {
            HttpRequest<Void> request = post(ask).as(BodyCodec.pipe(stream(each)));
            return await(request.sendBuffer(Buffer.buffer(ask.body()))).statusCode();
        }

        /** A {@code WriteStream} of either version. */
        @SuppressWarnings("unchecked")
        private WriteStream<Buffer> stream(Predicate<byte[]> each) {
            return (WriteStream<Buffer>) Proxy.newProxyInstance(
                    VertxClient.class.getClassLoader(), new Class<?>[] {WriteStream.class}, (stream, method, arguments) -> {
                        if (method.getName().equals("write") && arguments[0] instanceof Buffer) {
                            each.test(((Buffer) arguments[0]).getBytes());
                        }
                        if (arguments != null && arguments.length > 0 && arguments[arguments.length - 1] instanceof Handler
                                && (method.getName().equals("write") || method.getName().equals("end"))) {
                            ((Handler<Object>) arguments[arguments.length - 1]).handle(Future.succeededFuture());
                        }
                        if (method.getReturnType() == Future.class) {
                            return Future.succeededFuture();
                        }
                        return method.getReturnType() == boolean.class ? (Object) Boolean.FALSE
                                : method.getReturnType() == void.class ? null : stream;
                    });
        }
    }

    /** Events as the web client of Vert.x 5 takes them apart. */
    private final class WebSse implements Way {
        @Override
        public String name() {
            return "events";
        }

        @Override
        public Answer whole(Ask ask) throws Throwable {
            if (ask.kind().equals("big")) {
                // no line ends in there, and these it looks for from the start with each piece
                return new Web().whole(ask);
            }
            StringBuffer events = new StringBuffer();
            Handler<ReadStream<Object>> reader = stream -> stream.handler(event -> events.append(data(event)).append('\n'));
            @SuppressWarnings("unchecked")
            BodyCodec<Void> codec = (BodyCodec<Void>) BodyCodec.class.getMethod("sseStream", Handler.class).invoke(null, reader);
            HttpResponse<Void> response = await(post(ask).as(codec).sendBuffer(Buffer.buffer(ask.body())));
            return new Answer(response.statusCode(), events.toString().getBytes());
        }

        private String data(Object event) {
            try {
                return String.valueOf(event.getClass().getMethod("data").invoke(event));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

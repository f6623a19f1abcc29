package com.example.http;

import com.example.http.Way.Answer;
import com.example.http.Way.Client;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClient.ResponseReceiver;
import reactor.netty.resources.ConnectionProvider;

/** Reactor Netty's client, asked for a response in each way it offers. */
public final class ReactorNettyClient implements Client {
    private final ConnectionProvider connections = ConnectionProvider.builder("cases").maxConnections(8).build();
    private final HttpClient client = HttpClient.create(connections).followRedirect(true);

    @Override
    public List<Way> ways() {
        return List.of(new Single(), new Content(), new Response(), new OverConnection());
    }

    @Override
    public void close() {
        connections.dispose();
    }

    private static HttpClient asking(HttpClient client, Way.Ask ask) {
        HttpClient asks = client.headers(headers ->
                headers.set("content-type", ask.contentType()).set("x-case", ask.kind()));
        return ask.timeout() == null ? asks : asks.responseTimeout(ask.timeout());
    }

    /** The user's Context comes to where the answer is, and the headers that others read stay as they are. */
    private static <T> Mono<T> inContext(Mono<T> answer) {
        return answer.flatMap(got -> Mono.deferContextual(context ->
                        context.get("user").equals("me") && context.size() == 1 ? Mono.just(got) : Mono.error(new IllegalStateException("" + context))))
                .contextWrite(context -> context.put("user", "me"));
    }

    private static Answer answer(int status, byte[] body) {
        return new Answer(status, body);
    }

    private static Mono<Answer> single(ResponseReceiver<?> receiver) {
        return inContext(receiver.responseSingle((response, body) ->
                body.asByteArray().defaultIfEmpty(new byte[0]).map(bytes -> answer(response.status().code(), bytes))));
    }

    /** Body in one piece, answer in one piece; cancelled by what subscribed. */
    private final class Single implements Way {
        @Override
        public String name() {
            return "single";
        }

        @Override
        public Answer whole(Ask ask) {
            return single(asking(client, ask).post().uri(ask.uri().toString()).send(ByteBufFlux.fromString(Mono.just(ask.body()))))
                    .block();
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            CompletableFuture<String> ended = new CompletableFuture<>();
            Disposable subscription = single(
                            asking(client, ask).post().uri(ask.uri()).send(ByteBufFlux.fromString(Mono.just(ask.body()))))
                    .doOnCancel(() -> ended.complete("cancelled"))
                    .subscribe(answer -> ended.complete("answered"), ended::completeExceptionally);
            moment.await();
            subscription.dispose();
            return ended.get();
        }
    }

    /** Body in pieces, answer decompressed by the client, as it comes; stopped by who takes it. */
    private final class Content implements Way {
        @Override
        public String name() {
            return "content";
        }

        private ResponseReceiver<?> sent(Ask ask) {
            int half = ask.body().length() / 2;
            Flux<String> pieces = Flux.just(ask.body().substring(0, half), ask.body().substring(half));
            return asking(client, ask).compress(true).post().uri(ask.uri()).send(ByteBufFlux.fromString(pieces));
        }

        @Override
        public Answer whole(Ask ask) {
            int[] status = {0};
            byte[] body = inContext(sentNoting(ask, status).responseContent().aggregate().asByteArray().defaultIfEmpty(new byte[0]))
                    .block();
            return answer(status[0], body);
        }

        private ResponseReceiver<?> sentNoting(Ask ask, int[] status) {
            int half = ask.body().length() / 2;
            Flux<String> pieces = Flux.just(ask.body().substring(0, half), ask.body().substring(half));
            return asking(client, ask)
                    .compress(true)
                    .doOnResponse((response, connection) -> status[0] = response.status().code())
                    .post()
                    .uri(ask.uri())
                    .send(ByteBufFlux.fromString(pieces));
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) {
            sent(ask).responseContent().asByteArray().takeWhile(each).blockLast();
            return true;
        }
    }

    /** Headers and body by a callback. */
    private final class Response implements Way {
        @Override
        public String name() {
            return "response";
        }

        private ResponseReceiver<?> sent(Ask ask) {
            HttpClient plain = ask.timeout() == null ? client : client.responseTimeout(ask.timeout());
            return plain.post().uri(ask.uri()).send((request, outbound) -> {
                request.header("content-type", ask.contentType()).header("x-case", ask.kind());
                Publisher<String> body = Mono.deferContextual(context -> Mono.just(ask.body()));
                return outbound.sendString(body);
            });
        }

        @Override
        public Answer whole(Ask ask) {
            return inContext(sent(ask)
                            .response((response, body) -> body.aggregate()
                                    .asByteArray()
                                    .defaultIfEmpty(new byte[0])
                                    .map(bytes -> answer(response.status().code(), bytes)))
                            .single())
                    .block();
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) {
            sent(ask).response((response, body) -> body.asByteArray()).takeWhile(each).blockLast();
            return true;
        }

        @Override
        public String cancel(Ask ask, Moment moment) throws Throwable {
            CompletableFuture<Answer> answer = sent(ask)
                    .responseSingle((response, body) -> body.asByteArray().map(bytes -> answer(response.status().code(), bytes)))
                    .toFuture();
            moment.await();
            boolean cancelled = answer.cancel(true);
            try {
                return "answered " + answer.get();
            } catch (CancellationException thrown) {
                return "cancelled " + cancelled;
            }
        }
    }

    /** With the connection in hand. */
    private final class OverConnection implements Way {
        @Override
        public String name() {
            return "connection";
        }

        private ResponseReceiver<?> sent(Ask ask) {
            return asking(client, ask).post().uri(ask.uri()).send((request, outbound) ->
                    outbound.sendObject(Unpooled.wrappedBuffer(ask.body().getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public Answer whole(Ask ask) {
            return inContext(sent(ask)
                            .responseConnection((response, connection) -> connection
                                    .inbound()
                                    .receive()
                                    .aggregate()
                                    .asByteArray()
                                    .defaultIfEmpty(new byte[0])
                                    .map(bytes -> answer(response.status().code(), bytes)))
                            .single())
                    .block();
        }

        @Override
        public boolean stream(Ask ask, Predicate<byte[]> each) {
            try (Stream<byte[]> pieces = sent(ask)
                    .responseConnection((response, connection) -> connection.inbound().receive().asByteArray())
                    .toStream(1)) {
                Iterator<byte[]> piece = pieces.iterator();
                while (piece.hasNext()) {
                    if (!each.test(piece.next())) {
                        break;
                    }
                }
            }
            return true;
        }
    }
}

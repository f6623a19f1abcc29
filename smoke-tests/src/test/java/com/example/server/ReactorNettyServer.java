package com.example.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A handler in Reactor Netty. */
public final class ReactorNettyServer implements Server {
    private DisposableServer server;

    @Override
    public List<String> also() {
        return List.of("again");
    }

    @Override
    public int start() {
        server = HttpServer.create().host("127.0.0.1").port(0).handle(ReactorNettyServer::handle).bindNow();
        return server.port();
    }

    private static Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        String path = request.uri();
        Mono<String> here = Mono.fromCallable(() -> {
            Work.call(path);
            return Work.text(path);
        });
        switch (Work.kind(path)) {
            case "missing" -> response.status(404);
            case "broken" -> response.status(503);
            default -> response.status(200);
        }
        return switch (Work.kind(path)) {
            case "plain" -> response.sendString(Mono.just(Work.text(path)));
            case "here", "missing", "broken" -> response.sendString(here);
            case "elsewhere" -> response.sendString(here.subscribeOn(Schedulers.boundedElastic()));
            case "later" -> response.sendString(Mono.create(sink -> Work.POOL.execute(() -> {
                Work.call(path);
                sink.success(Work.text(path));
            })));
            case "again" -> response.sendString(
                    Mono.<String>create(sink -> Work.lonely(() -> sink.success(Work.text(path)))).doOnNext(text -> Work.call(path)));
            case "both" -> response.sendString(Mono.fromCallable(() -> {
                Work.both();
                Work.call(path);
                return Work.text(path);
            }).subscribeOn(Schedulers.boundedElastic()));
            case "throws" -> here.then(Mono.error(new IllegalStateException("on purpose")));
            case "stream" -> sent(response, Flux.concat(Mono.just("one "), Mono.fromCallable(() -> {
                Work.call(path);
                return "two";
            })));
            case "endless" -> sent(response, here.thenMany(Flux.interval(Duration.ofMillis(2)).onBackpressureDrop().map(i -> "tick\n")));
            default -> throw new IllegalArgumentException(path);
        };
    }

    /** Each piece at once. */
    private static Publisher<Void> sent(HttpServerResponse response, Flux<String> pieces) {
        Flux<ByteBuf> bytes = pieces.map(text -> Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
        return response.send(bytes, piece -> true);
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}

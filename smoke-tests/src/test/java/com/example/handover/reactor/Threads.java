package com.example.handover.reactor;

import com.example.handover.Probe;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Other threads than the subscriber's. */
final class Threads {
    private Threads() {}

    static void schedulers(Probe p) {
        Scheduler two = Schedulers.newParallel("two", 2);
        p.pool("two", two::schedule, 2);
        p.pool("elastic", Schedulers.boundedElastic()::schedule, 1);
        p.parent("a", () -> p.note("items", Flux.range(1, 2)
                .doOnNext(i -> p.mark("a/on-elastic"))
                .subscribeOn(Schedulers.boundedElastic())
                .publishOn(two)
                .map(i -> {
                    p.mark("a/on-two");
                    return i + 1;
                })
                .publishOn(Schedulers.single())
                .doFinally(signal -> p.mark("a/finally"))
                .collectList()
                .block()));
        p.note("alone", Mono.fromCallable(() -> {
            p.mark("alone");
            return 1;
        }).subscribeOn(two).block());
        p.parent("b", () -> Mono.fromRunnable(() -> p.mark("b/second")).subscribeOn(two).block());
    }

    static void timers(Probe p) {
        p.parent("a", () -> {
            Flux.just(1, 2).delayElements(Duration.ofMillis(2)).doOnNext(i -> p.mark("a/delayed")).blockLast();
            Flux.interval(Duration.ofMillis(2)).take(2).doOnNext(i -> p.mark("a/tick")).blockLast();
            Mono.delay(Duration.ofMillis(2)).doOnNext(i -> p.mark("a/once")).block();
            Mono<Integer> instead = Mono.fromCallable(() -> {
                p.mark("a/instead");
                return 7;
            });
            p.note("timed out", Mono.<Integer>never().timeout(Duration.ofMillis(5), instead).block());
            AtomicInteger tries = new AtomicInteger();
            Mono<Integer> unsure = Mono.fromCallable(() -> {
                p.mark("a/try");
                if (tries.incrementAndGet() < 3) {
                    throw new IllegalStateException("not yet");
                }
                return tries.get();
            });
            p.note("tries", unsure.delaySubscription(Duration.ofMillis(1)).retry(3).block());
        });
        p.pool("parallel", Schedulers.parallel()::schedule, 1);
    }

    static void ownExecutor(Probe p) {
        Scheduler bare = Schedulers.fromExecutor(task -> new Thread(task, "bare").start());
        p.parent("a", () -> p.note("sum", Flux.range(1, 3)
                .publishOn(bare)
                .doOnNext(i -> p.mark("a/bare"))
                .reduce(0, Integer::sum)
                .subscribeOn(bare)
                .block()));
    }

    static void parallelFlux(Probe p) {
        p.parent("a", () -> p.note("items", Flux.range(1, 4)
                .parallel(2)
                .runOn(Schedulers.parallel())
                .map(i -> {
                    p.mark("a/rail");
                    return i;
                })
                .sequential()
                .reduce(0, Integer::sum)
                .block()));
    }

    static void networkHop(Probe p) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("hi".getBytes());
            exchange.close();
        });
        server.start();
        try {
            HttpClient client = HttpClient.newHttpClient();
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            p.parent("a", () -> p.note("said", Mono.fromFuture(() -> client.sendAsync(request, BodyHandlers.ofString()))
                    .map(answer -> {
                        p.mark("a/answered");
                        return answer.body();
                    })
                    .flatMap(said -> Mono.fromCallable(() -> {
                        p.mark("a/second-round");
                        return said;
                    }).subscribeOn(Schedulers.boundedElastic()))
                    .block()));
        } finally {
            server.stop(0);
        }
    }

    static void hooksReset(Probe p) {
        AtomicInteger seen = new AtomicInteger();
        Hooks.onEachOperator("own", Operators.lift((scannable, subscriber) -> {
            seen.incrementAndGet();
            return subscriber;
        }));
        Schedulers.onScheduleHook("own", task -> {
            p.note("task seen", task.getClass().getName());
            return task;
        });
        p.parent("a", () -> Mono.fromRunnable(() -> p.mark("a/with-hooks")).subscribeOn(Schedulers.single()).block());
        Hooks.resetOnEachOperator();
        Hooks.resetOnLastOperator();
        Schedulers.resetOnScheduleHooks();
        Schedulers.resetFactory();
        int before = seen.get();
        p.parent("b", () -> Mono.fromRunnable(() -> p.mark("b/without")).subscribeOn(Schedulers.single()).block());
        p.note("operators seen", before + " then " + seen.get());
    }
}

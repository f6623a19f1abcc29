package com.example.handover.reactor;

import com.example.handover.Probe;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Streams made of streams. */
final class Chains {
    private Chains() {}

    static void combined(Probe p) {
        p.parent("a", () -> {
            p.note("flat", Flux.range(1, 3)
                    .flatMap(i -> Mono.fromCallable(() -> {
                        p.mark("a/inner-" + i);
                        return i;
                    }).subscribeOn(Schedulers.boundedElastic()))
                    .reduce(0, Integer::sum)
                    .doOnNext(i -> p.mark("a/sum"))
                    .block());
            p.note("zipped", Mono.zip(
                            Mono.delay(Duration.ofMillis(1)).map(i -> "l"),
                            Mono.fromCallable(() -> "r").subscribeOn(Schedulers.parallel()),
                            (l, r) -> {
                                p.mark("a/zip");
                                return l + r;
                            })
                    .block());
            p.note("concat", Flux.concat(
                            Flux.just(1).publishOn(Schedulers.single()),
                            Flux.defer(() -> {
                                p.mark("a/second");
                                return Flux.just(2);
                            }))
                    .collectList()
                    .block());
            p.note("merged", Flux.merge(
                            Flux.interval(Duration.ofMillis(1)).take(2), Flux.interval(Duration.ofMillis(2)).take(2))
                    .doOnNext(i -> p.mark("a/merged"))
                    .count()
                    .block());
            p.note("then", Mono.fromRunnable(() -> p.mark("a/first"))
                    .subscribeOn(Schedulers.single())
                    .then(Mono.fromCallable(() -> {
                        p.mark("a/then");
                        return "done";
                    }))
                    .block());
            p.note("switched", Mono.delay(Duration.ofMillis(1)).flatMapMany(i -> Flux.just(1, 2)).switchMap(i -> Mono.just(i)
                            .publishOn(Schedulers.immediate())
                            .doOnNext(x -> p.mark("a/switch")))
                    .count()
                    .block());
        });
    }

    static void failures(Probe p) {
        p.parent("a", () -> {
            Flux<Integer> failing = Flux.just(1, 0)
                    .publishOn(Schedulers.parallel())
                    .map(i -> 1 / i)
                    .doOnError(e -> p.mark("a/on-error"));
            p.note("resumed", failing.onErrorResume(e -> {
                p.mark("a/resume");
                return Flux.just(-1);
            }).collectList().block());
            try {
                failing.blockLast();
            } catch (ArithmeticException e) {
                p.note("thrown", e + " suppressed " + e.getSuppressed()[0].getMessage());
            }
            p.note("empty", Mono.empty()
                    .publishOn(Schedulers.single())
                    .switchIfEmpty(Mono.fromCallable(() -> {
                        p.mark("a/if-empty");
                        return "none";
                    }))
                    .block());
            CountDownLatch heard = new CountDownLatch(1);
            Mono.error(new IllegalStateException("late")).subscribeOn(Schedulers.single()).subscribe(i -> {}, e -> {
                p.mark("a/consumer");
                heard.countDown();
            });
            Probe.await(heard);
        });
    }

    static void resubscribed(Probe p) {
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger who = new AtomicInteger();
        String[] parents = {"a", "b"};
        Mono<Integer> mono = Mono.fromCallable(() -> {
            p.mark(parents[who.get()] + "/run");
            return runs.incrementAndGet();
        }).subscribeOn(Schedulers.boundedElastic());
        for (int i = 0; i < 2; i++) {
            who.set(i);
            p.parent(parents[i], () -> p.note("run", mono.repeat(1).blockLast()));
        }
    }

    static void neverSubscribed(Probe p) {
        Flux<?>[] kept = new Flux<?>[1];
        p.parent("a", () -> kept[0] = Flux.range(1, 3).publishOn(Schedulers.parallel()).doOnNext(i -> p.mark("later")));
        kept[0].blockLast();
    }
}

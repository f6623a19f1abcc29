package com.example.handover.reactor;

import com.example.handover.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SubmissionPublisher;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.ConnectableFlux;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** Signals that come from threads which work for nothing, or for someone else. */
final class Sources {
    private Sources() {}

    static void onThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work, "elsewhere");
        thread.start();
        thread.join();
    }

    static void created(Probe p) throws Exception {
        List<FluxSink<Integer>> sinks = new ArrayList<>();
        List<MonoSink<Integer>> ones = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(2);
        Flux<Integer> flux = Flux.create(sinks::add);
        Mono<Integer> mono = Mono.create(ones::add);
        p.parent("a", () -> {
            flux.map(i -> i + 1)
                    .doFinally(signal -> done.countDown())
                    .subscribe(i -> p.mark("a/flux-" + i), e -> {}, () -> p.mark("a/complete"));
            mono.doFinally(signal -> done.countDown()).subscribe(i -> p.mark("a/mono-" + i));
        });
        onThread(() -> sinks.get(0).next(1));
        p.parent("b", () -> {
            p.mark("b/before");
            sinks.get(0).next(2);
            ones.get(0).success(5);
            p.mark("b/after");
        });
        onThread(() -> sinks.get(0).complete());
        Probe.await(done);
    }

    static void foreignPublisher(Probe p) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Publisher<Integer> foreign = subscriber -> subscriber.onSubscribe(new Subscription() {
            private int sent;

            @Override
            public void request(long n) {
                new Thread(() -> {
                    boolean last = false;
                    for (long i = 0; i < n && sent < 3; i++) {
                        int mine = ++sent;
                        subscriber.onNext(mine);
                        // by whoever sent it: the count may have gone on meanwhile
                        last |= mine == 3;
                    }
                    if (last) {
                        subscriber.onComplete();
                    }
                }).start();
            }

            @Override
            public void cancel() {}
        });
        p.parent("a", () -> Flux.from(foreign)
                .limitRate(1)
                .map(i -> {
                    p.mark("a/item-" + i);
                    return i;
                })
                .doOnTerminate(done::countDown)
                .subscribe());
        Probe.await(done);
        try (SubmissionPublisher<String> jdk = new SubmissionPublisher<>()) {
            CountDownLatch two = new CountDownLatch(2);
            p.parent("b", () -> reactor.adapter.JdkFlowAdapter.flowPublisherToFlux(jdk).subscribe(s -> {
                p.mark("b/" + s);
                two.countDown();
            }));
            jdk.submit("one");
            jdk.submit("two");
            Probe.await(two);
        }
    }

    /** A library's own kind of Flux. */
    static void ownFlux(Probe p) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        p.parent("a", () -> new OwnFlux().map(i -> {
            p.mark("a/item");
            return i;
        }).doOnComplete(done::countDown).subscribe());
        Probe.await(done);
    }

    private static final class OwnFlux extends Flux<Integer> {
        @Override
        public void subscribe(CoreSubscriber<? super Integer> subscriber) {
            subscriber.onSubscribe(new Subscription() {
                @Override
                public void request(long n) {
                    new Thread(() -> {
                        subscriber.onNext(1);
                        subscriber.onComplete();
                    }).start();
                }

                @Override
                public void cancel() {}
            });
        }
    }

    static void sinks(Probe p) throws Exception {
        Sinks.Many<Integer> many = Sinks.many().multicast().onBackpressureBuffer();
        Sinks.Many<Integer> best = Sinks.many().multicast().directBestEffort();
        Sinks.Many<Integer> replay = Sinks.many().replay().all();
        Sinks.Many<Integer> unicast = Sinks.many().unicast().onBackpressureBuffer();
        Sinks.One<Integer> one = Sinks.one();
        Sinks.Empty<Integer> empty = Sinks.empty();
        for (String who : new String[] {"a", "b"}) {
            p.parent(who, () -> {
                many.asFlux().subscribe(i -> p.mark(who + "/many-" + i));
                best.asFlux().map(i -> i).subscribe(i -> p.mark(who + "/best-" + i));
                replay.asFlux().subscribe(i -> p.mark(who + "/replay-" + i));
                one.asMono().subscribe(i -> p.mark(who + "/one-" + i));
                empty.asMono().doOnTerminate(() -> p.mark(who + "/empty")).subscribe();
            });
        }
        p.parent("u", () -> unicast.asFlux().publishOn(Schedulers.immediate()).subscribe(i -> p.mark("u/unicast-" + i)));
        p.parent("c", () -> {
            p.note("emitted", many.tryEmitNext(1));
            best.tryEmitNext(1);
            replay.tryEmitNext(1);
            unicast.tryEmitNext(1);
            one.tryEmitValue(1);
            p.mark("c/emitter");
        });
        onThread(() -> {
            many.tryEmitNext(2);
            replay.tryEmitNext(2);
            empty.tryEmitEmpty();
            p.mark("emitter");
        });
        p.parent("late", () -> replay.asFlux().subscribe(i -> p.mark("late/replay-" + i)));
        many.tryEmitComplete();
        best.tryEmitComplete();
        replay.tryEmitComplete();
        unicast.tryEmitComplete();
    }

    static void shared(Probe p) throws Exception {
        Sinks.Many<Integer> upstream = Sinks.many().unicast().onBackpressureBuffer();
        Flux<Integer> shared = upstream.asFlux().doOnNext(i -> p.mark("a/above")).share();
        p.parent("a", () -> shared.subscribe(i -> p.mark("a/below")));
        p.parent("b", () -> shared.map(i -> i).subscribe(i -> p.mark("b/below")));
        onThread(() -> upstream.tryEmitNext(1));
        upstream.tryEmitComplete();

        ConnectableFlux<Integer> replayed = Flux.range(1, 2).publishOn(Schedulers.parallel()).replay();
        CountDownLatch all = new CountDownLatch(4);
        for (String who : new String[] {"x", "y"}) {
            p.parent(who, () -> replayed.subscribe(i -> {
                p.mark(who + "/replayed-" + i);
                all.countDown();
            }));
        }
        replayed.connect();
        Probe.await(all);
    }

    static void cached(Probe p) throws Exception {
        Sinks.One<Integer> value = Sinks.one();
        Mono<Integer> cached = value.asMono().doOnNext(i -> p.mark("a/once")).cache();
        p.parent("a", () -> cached.subscribe(i -> p.mark("a/cached")));
        p.parent("b", () -> cached.subscribe(i -> p.mark("b/cached")));
        onThread(() -> value.tryEmitValue(3));
        p.parent("c", () -> p.note("again", cached.doOnNext(i -> p.mark("c/cached")).block()));
    }

    static void grouped(Probe p) {
        p.parent("a", () -> p.note("groups", Flux.range(1, 6)
                .publishOn(Schedulers.parallel())
                .groupBy(i -> i % 2)
                .flatMap(group -> group.publishOn(Schedulers.boundedElastic()).doOnNext(i -> p.mark("a/group")).count())
                .reduce(0L, Long::sum)
                .block()));
        p.parent("b", () -> p.note("windows", Flux.range(1, 4)
                .delayElements(Duration.ofMillis(1))
                .window(2)
                .concatMap(window -> window.doOnNext(i -> p.mark("b/window")).collectList())
                .count()
                .block()));
        p.parent("c", () -> p.note("buffered", Flux.just(1, 2, 3)
                .concatWith(Flux.never())
                .bufferTimeout(5, Duration.ofMillis(300))
                .doOnNext(list -> p.mark("c/buffer"))
                .blockFirst()));
    }
}

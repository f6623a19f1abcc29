package com.example.handover.reactor;

import com.example.handover.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Fuseable;
import reactor.core.Scannable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/** Subscribers of the application's own. */
final class Subscribers {
    private Subscribers() {}

    static void asksOnOtherThreads(Probe p) throws Exception {
        CountDownLatch done = new CountDownLatch(2);
        class Asking extends BaseSubscriber<Integer> {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                p.mark("a/subscribed");
                ask();
            }

            private void ask() {
                new Thread(() -> request(1)).start();
            }

            @Override
            protected void hookOnNext(Integer item) {
                p.mark("a/item");
                ask();
            }

            @Override
            protected void hookOnComplete() {
                p.mark("a/complete");
                done.countDown();
            }
        }
        p.parent("a", () -> {
            Flux.range(1, 2).doOnNext(i -> p.mark("a/above")).subscribe(new Asking());
            Flux.range(1, 2).publishOn(Schedulers.parallel()).map(i -> {
                p.mark("a/mapped");
                return i;
            }).subscribe(new Asking());
        });
        Probe.await(done);
    }

    static void plainSubscriber(Probe p) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        p.parent("a", () -> Flux.range(1, 2).publishOn(Schedulers.single()).subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                p.note("subscription", subscription.getClass().getName());
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Integer item) {
                p.mark("a/item");
            }

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onComplete() {
                done.countDown();
            }
        }));
        Probe.await(done);
        // the specification's rules are still held up: a request of 0 is an error
        Flux.range(1, 2).subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(0);
            }

            @Override
            public void onNext(Integer item) {}

            @Override
            public void onError(Throwable error) {
                p.note("request of 0", error);
            }

            @Override
            public void onComplete() {}
        });
    }

    static void cancelledElsewhere(Probe p) throws Exception {
        Disposable[] handle = new Disposable[2];
        List<String> order = new ArrayList<>();
        class Stopping extends BaseSubscriber<Integer> {
            @Override
            protected void hookFinally(reactor.core.publisher.SignalType type) {
                order.add("finally " + type);
            }
        }
        p.parent("a", () -> {
            Stopping stopping = new Stopping();
            Flux.<Integer>never().doOnCancel(() -> p.mark("a/cancelled")).subscribe(stopping);
            handle[0] = stopping;
            handle[1] = Flux.<Integer>never().doOnCancel(() -> order.add("lambda")).subscribe();
        });
        Sources.onThread(handle[0]::dispose);
        Sources.onThread(handle[1]::dispose);
        p.note("order", order);
        p.note("disposed", handle[0].isDisposed() + " " + handle[1].isDisposed());
    }

    static void fusion(Probe p) {
        p.parent("a", () -> {
            p.note("range", mode(p, Flux.range(1, 3).map(i -> i + 1)));
            p.note("hidden", mode(p, Flux.range(1, 3).hide()));
            p.note("published", mode(p, Flux.range(1, 3).publishOn(Schedulers.immediate())));
            p.note("just", Flux.just(1) instanceof Fuseable.ScalarCallable);
            p.note("callable", Mono.fromCallable(() -> 1).getClass().getSimpleName());
        });
    }

    /** What a subscriber is granted that asks for fusion, and what it then takes out of the queue. */
    private static String mode(Probe p, Flux<Integer> flux) {
        StringBuilder said = new StringBuilder();
        flux.subscribe(new CoreSubscriber<>() {
            @Override
            public void onSubscribe(Subscription s) {
                if (s instanceof Fuseable.QueueSubscription<?> queue) {
                    int granted = queue.requestFusion(Fuseable.ANY);
                    said.append(granted).append(' ').append(queue.isEmpty());
                    if (granted == Fuseable.SYNC) {
                        for (Object item = queue.poll(); item != null; item = queue.poll()) {
                            said.append(' ').append(item);
                        }
                        return;
                    }
                } else {
                    said.append("none");
                }
                s.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(Integer item) {
                said.append(' ').append(item);
                p.mark("a/next");
            }

            @Override
            public void onError(Throwable error) {
                said.append(' ').append(error);
            }

            @Override
            public void onComplete() {
                said.append(" complete");
            }
        });
        return said.toString();
    }

    static void conditional(Probe p) {
        p.parent("a", () -> {
            List<Integer> tried = new ArrayList<>();
            Flux.range(1, 4).subscribe(new Fuseable.ConditionalSubscriber<>() {
                @Override
                public boolean tryOnNext(Integer item) {
                    tried.add(item);
                    return item % 2 == 0;
                }

                @Override
                public void onSubscribe(Subscription s) {
                    s.request(2);
                }

                @Override
                public void onNext(Integer item) {
                    tried.add(-item);
                }

                @Override
                public void onError(Throwable error) {}

                @Override
                public void onComplete() {
                    tried.add(0);
                }
            });
            p.note("tried", tried);
            List<Integer> created = new ArrayList<>();
            Flux.<Integer>create(sink -> Flux.range(1, 6).subscribe(sink::next))
                    .filter(i -> i % 3 == 0)
                    .subscribe(created::add);
            p.note("created", created);
        });
    }

    static void scanAndContext(Probe p) {
        FluxSink<?>[] sinks = new FluxSink<?>[1];
        Scannable[] inner = new Scannable[1];
        p.parent("a", () -> {
            Mono.deferContextual(view -> {
                p.note("context", view);
                return Mono.just(1);
            }).contextWrite(Context.of("key", "value")).subscribe();
            CoreSubscriber<Integer> own = new BaseSubscriber<>() {
                @Override
                public Context currentContext() {
                    return Context.of("own", 1);
                }

                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                    inner[0] = Scannable.from(subscription);
                    requestUnbounded();
                }
            };
            Flux.<Integer>create(sink -> {
                sinks[0] = sink;
                p.note("sink's context", sink.currentContext());
            }).name("made").map(i -> i).filter(i -> true).subscribe(own);
        });
        p.note("steps", inner[0].steps().collect(Collectors.toList()));
        p.note("name", inner[0].name());
        p.note("parents", inner[0].parents().map(Scannable::stepName).collect(Collectors.toList()));
        p.note("actuals", Scannable.from(sinks[0]).actuals().map(Scannable::stepName).collect(Collectors.toList()));
        p.note("cancelled", inner[0].scan(Scannable.Attr.CANCELLED) + " " + inner[0].scan(Scannable.Attr.TERMINATED));
    }

    static void lateSignals(Probe p) {
        List<Object> dropped = new ArrayList<>();
        Hooks.onErrorDropped(e -> dropped.add(e.getMessage()));
        Hooks.onNextDropped(dropped::add);
        p.parent("a", () -> Flux.from((Subscriber<? super Integer> s) -> {
            s.onSubscribe(Operators.emptySubscription());
            s.onNext(1);
            s.onComplete();
            s.onNext(2);
            s.onError(new IllegalStateException("late"));
        }).map(i -> i + 10).filter(i -> true).subscribe(i -> p.note("item", i)));
        Hooks.resetOnErrorDropped();
        Hooks.resetOnNextDropped();
        p.note("dropped", dropped);
        List<Object> discarded = new ArrayList<>();
        p.parent("b", () -> Flux.range(1, 5)
                .filter(i -> i > 2)
                .doOnDiscard(Integer.class, discarded::add)
                .take(1)
                .subscribe());
        p.note("discarded", discarded);
    }

    static void backPressure(Probe p) {
        List<Long> asked = new ArrayList<>();
        List<Integer> got = new ArrayList<>();
        p.parent("a", () -> {
            BaseSubscriber<Integer> slow = new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                    subscription.request(2);
                }

                @Override
                protected void hookOnNext(Integer item) {
                    got.add(item);
                }
            };
            Flux<Integer> source = Flux.range(1, 100).doOnRequest(asked::add);
            source.limitRate(4).subscribe(slow);
            slow.request(1);
            p.note("first", got + " " + asked);
            slow.cancel();
            slow.request(5);
        });
        p.note("then", got + " " + asked);
    }
}

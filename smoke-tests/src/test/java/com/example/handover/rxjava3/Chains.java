package com.example.handover.rxjava3;

import com.example.handover.Probe;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads, time and streams made of streams. */
final class Chains {
    private Chains() {}

    static void schedulers(Probe p) {
        p.pool("computation", Schedulers.computation()::scheduleDirect, 1);
        p.pool("single", Schedulers.single()::scheduleDirect, 1);
        p.parent("a", () -> {
            p.note("items", Flowable.range(1, 2)
                    .doOnNext(i -> p.mark("a/on-io"))
                    .subscribeOn(Schedulers.io())
                    .observeOn(Schedulers.computation())
                    .map(i -> {
                        p.mark("a/on-computation");
                        return i + 1;
                    })
                    .observeOn(Schedulers.single())
                    .doFinally(() -> p.mark("a/finally"))
                    .toList()
                    .blockingGet());
            p.note("own", Observable.range(1, 2)
                    .observeOn(Schedulers.from(task -> new Thread(task).start()))
                    .doOnNext(i -> p.mark("a/own"))
                    .count()
                    .blockingGet());
            p.note("new", Single.fromCallable(() -> {
                p.mark("a/new-thread");
                return 3;
            }).subscribeOn(Schedulers.newThread()).blockingGet());
            p.note("trampoline", Flowable.range(1, 2)
                    .subscribeOn(Schedulers.trampoline())
                    .doOnNext(i -> p.mark("a/trampoline"))
                    .count()
                    .blockingGet());
            p.note("rails", Flowable.range(1, 4)
                    .parallel(2)
                    .runOn(Schedulers.computation())
                    .doOnNext(i -> p.mark("a/rail"))
                    .sequential()
                    .count()
                    .blockingGet());
        });
        Single.fromCallable(() -> {
            p.mark("alone");
            return 1;
        }).subscribeOn(Schedulers.single()).blockingGet();
    }

    static void fiveKinds(Probe p) {
        p.parent("a", () -> {
            Flowable.just(1).observeOn(Schedulers.io()).doOnNext(i -> p.mark("a/flowable")).blockingLast();
            Observable.just(1).observeOn(Schedulers.io()).doOnNext(i -> p.mark("a/observable")).blockingLast();
            Single.just(1).observeOn(Schedulers.io()).doOnSuccess(i -> p.mark("a/single")).blockingGet();
            Maybe.just(1).observeOn(Schedulers.io()).doOnSuccess(i -> p.mark("a/maybe")).blockingGet();
            Completable.complete().observeOn(Schedulers.io()).doOnComplete(() -> p.mark("a/completable")).blockingAwait();
            Completable.fromRunnable(() -> p.mark("a/run")).subscribeOn(Schedulers.io()).blockingAwait();
        });
    }

    static void timers(Probe p) {
        p.parent("a", () -> {
            Flowable.interval(2, TimeUnit.MILLISECONDS).take(2).doOnNext(i -> p.mark("a/tick")).blockingLast();
            Single.timer(2, TimeUnit.MILLISECONDS).doOnSuccess(i -> p.mark("a/once")).blockingGet();
            Observable.just(1, 2).delay(2, TimeUnit.MILLISECONDS).doOnNext(i -> p.mark("a/delayed")).blockingLast();
            p.note("timed out", Single.<Integer>never()
                    .timeout(5, TimeUnit.MILLISECONDS, Single.fromCallable(() -> {
                        p.mark("a/instead");
                        return 7;
                    }))
                    .blockingGet());
            p.note("debounced", Observable.just(1)
                    .concatWith(Observable.never())
                    .debounce(2, TimeUnit.MILLISECONDS)
                    .doOnNext(i -> p.mark("a/debounced"))
                    .blockingFirst());
        });
    }

    static void combined(Probe p) {
        p.parent("a", () -> {
            p.note("flat", Flowable.range(1, 3)
                    .flatMapSingle(i -> Single.fromCallable(() -> {
                        p.mark("a/inner-" + i);
                        return i;
                    }).subscribeOn(Schedulers.io()))
                    .reduce(0, Integer::sum)
                    .doOnSuccess(i -> p.mark("a/sum"))
                    .blockingGet());
            p.note("zipped", Single.zip(
                            Single.just("l").delay(1, TimeUnit.MILLISECONDS),
                            Single.fromCallable(() -> "r").subscribeOn(Schedulers.io()),
                            (l, r) -> {
                                p.mark("a/zip");
                                return l + r;
                            })
                    .blockingGet());
            p.note("concat", Flowable.concat(
                            Flowable.just(1).observeOn(Schedulers.io()),
                            Flowable.defer(() -> {
                                p.mark("a/second");
                                return Flowable.just(2);
                            }))
                    .toList()
                    .blockingGet());
            p.note("then", Completable.fromAction(() -> p.mark("a/first"))
                    .subscribeOn(Schedulers.computation())
                    .andThen(Single.fromCallable(() -> {
                        p.mark("a/then");
                        return "done";
                    }))
                    .blockingGet());
        });
    }

    static void failures(Probe p) {
        p.parent("a", () -> {
            Flowable<Integer> failing = Flowable.just(1, 0)
                    .observeOn(Schedulers.computation())
                    .map(i -> 1 / i)
                    .doOnError(e -> p.mark("a/on-error"));
            p.note("resumed", failing.onErrorResumeNext(e -> {
                p.mark("a/resume");
                return Flowable.just(-1);
            }).toList().blockingGet());
            try {
                failing.blockingLast();
            } catch (ArithmeticException e) {
                p.note("thrown", e);
            }
            CountDownLatch heard = new CountDownLatch(1);
            Completable.error(new IllegalStateException("late")).subscribeOn(Schedulers.io()).subscribe(() -> {}, e -> {
                p.mark("a/consumer");
                heard.countDown();
            });
            Probe.await(heard);
        });
    }

    static void resubscribed(Probe p) {
        AtomicInteger runs = new AtomicInteger();
        String[] now = {"a"};
        Single<Integer> single = Single.fromCallable(() -> {
            p.mark(now[0] + "/run");
            if (runs.incrementAndGet() % 2 == 1) {
                throw new IllegalStateException("once more");
            }
            return runs.get();
        }).subscribeOn(Schedulers.io()).retry(1);
        p.parent("a", () -> p.note("first", single.blockingGet()));
        now[0] = "b";
        p.parent("b", () -> p.note("second", single.blockingGet()));
    }

    static void lockedDown(Probe p) {
        RxJavaPlugins.setScheduleHandler(task -> {
            p.note("task seen", task.getClass().getName());
            return task;
        });
        RxJavaPlugins.lockdown();
        p.parent("a", () -> Completable.fromAction(() -> p.mark("a/run")).subscribeOn(Schedulers.single()).blockingAwait());
        p.note("locked", RxJavaPlugins.isLockdown());
    }
}

package com.example.handover.rxjava3;

import com.example.handover.Probe;
import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.Schedulers;
import io.reactivex.rxjava3.subscribers.ResourceSubscriber;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Subscribers of the application's own. */
final class Subscribers {
    private Subscribers() {}

    static void asksOnOtherThreads(Probe p) throws Exception {
        CountDownLatch done = new CountDownLatch(2);
        class Asking extends ResourceSubscriber<Integer> {
            @Override
            protected void onStart() {
                p.mark("a/start");
                ask();
            }

            private void ask() {
                new Thread(() -> request(1)).start();
            }

            @Override
            public void onNext(Integer item) {
                p.mark("a/item");
                ask();
            }

            @Override
            public void onError(Throwable error) {}

            @Override
            public void onComplete() {
                p.mark("a/complete");
                done.countDown();
            }
        }
        p.parent("a", () -> {
            Flowable.range(1, 2).doOnNext(i -> p.mark("a/above")).subscribe(new Asking());
            Flowable.range(1, 2).observeOn(Schedulers.computation()).map(i -> {
                p.mark("a/mapped");
                return i;
            }).subscribe(new Asking());
        });
        Probe.await(done);
        Disposable[] handle = new Disposable[1];
        p.parent("b", () -> handle[0] = Flowable.never().doOnCancel(() -> p.note("cancelled", true)).subscribe());
        Sources.onThread(handle[0]::dispose);
        p.note("disposed", handle[0].isDisposed());
    }

    static void plainSubscriber(Probe p) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        p.parent("a", () -> Flowable.range(1, 2).observeOn(Schedulers.single()).subscribe(new Subscriber<Integer>() {
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
    }

    static void fusion(Probe p) {
        p.parent("a", () -> {
            List<Integer> seen = new ArrayList<>();
            Flowable.range(1, 6).filter(i -> i % 2 == 0).map(i -> i * 10).filter(i -> i > 20).blockingForEach(seen::add);
            p.note("filtered", seen);
            List<Integer> created = new ArrayList<>();
            Flowable.<Integer>create(e -> {
                for (int i = 0; i < 6; i++) {
                    e.onNext(i);
                }
                e.onComplete();
            }, BackpressureStrategy.BUFFER).filter(i -> i % 3 == 0).observeOn(Schedulers.single()).blockingForEach(created::add);
            p.note("created", created);
            TestSubscriber<Integer> test = Flowable.range(1, 10).doOnRequest(n -> p.note("asked", n)).test(3);
            p.note("first", test.values());
            test.request(2);
            test.cancel();
            test.request(2);
            p.note("then", test.values());
        });
    }

    static void lateSignals(Probe p) {
        List<Object> dropped = new ArrayList<>();
        RxJavaPlugins.setErrorHandler(e -> dropped.add(e.toString()));
        p.parent("a", () -> Flowable.fromPublisher((Subscriber<? super Integer> s) -> {
            s.onSubscribe(new Subscription() {
                @Override
                public void request(long n) {}

                @Override
                public void cancel() {}
            });
            s.onNext(1);
            s.onComplete();
            s.onError(new IllegalStateException("late"));
        }).map(i -> i + 10).subscribe(i -> p.note("item", i)));
        RxJavaPlugins.setErrorHandler(null);
        p.note("dropped", dropped);
    }
}

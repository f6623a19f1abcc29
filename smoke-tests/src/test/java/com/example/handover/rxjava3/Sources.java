package com.example.handover.rxjava3;

import com.example.handover.Probe;
import io.reactivex.rxjava3.core.BackpressureStrategy;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableEmitter;
import io.reactivex.rxjava3.core.Emitter;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Observable;
import io.reactivex.rxjava3.core.Observer;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleEmitter;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.processors.ReplayProcessor;
import io.reactivex.rxjava3.subjects.BehaviorSubject;
import io.reactivex.rxjava3.subjects.PublishSubject;
import io.reactivex.rxjava3.subjects.SingleSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** Signals that come from threads which work for nothing, or for someone else. */
final class Sources {
    private Sources() {}

    static void onThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work, "elsewhere");
        thread.start();
        thread.join();
    }

    static void created(Probe p) throws Exception {
        List<Emitter<Integer>> emitters = new ArrayList<>();
        List<SingleEmitter<Integer>> single = new ArrayList<>();
        List<CompletableEmitter> completable = new ArrayList<>();
        p.parent("a", () -> {
            Flowable.<Integer>create(emitters::add, BackpressureStrategy.BUFFER)
                    .map(i -> i + 1)
                    .subscribe(i -> p.mark("a/flowable-" + i), e -> {}, () -> p.mark("a/complete"));
            Observable.<Integer>create(emitters::add).filter(i -> true).subscribe(i -> p.mark("a/observable-" + i));
            Single.<Integer>create(single::add).subscribe(i -> p.mark("a/single"));
            Completable.create(completable::add).subscribe(() -> p.mark("a/completable"));
        });
        onThread(() -> emitters.forEach(e -> e.onNext(1)));
        p.parent("b", () -> {
            emitters.forEach(e -> e.onNext(2));
            single.get(0).onSuccess(1);
            completable.get(0).onComplete();
            p.mark("b/after");
        });
        onThread(() -> emitters.get(0).onComplete());
    }

    static void subjects(Probe p) throws Exception {
        PublishSubject<Integer> published = PublishSubject.create();
        BehaviorSubject<Integer> behaving = BehaviorSubject.create();
        SingleSubject<Integer> one = SingleSubject.create();
        for (String who : new String[] {"a", "b"}) {
            p.parent(who, () -> {
                published.subscribe(i -> p.mark(who + "/published-" + i));
                behaving.map(i -> i).subscribe(i -> p.mark(who + "/behaving-" + i));
                one.subscribe(i -> p.mark(who + "/one"));
            });
        }
        p.parent("c", () -> {
            published.onNext(1);
            behaving.onNext(1);
            one.onSuccess(1);
            p.mark("c/emitter");
        });
        onThread(() -> {
            published.onNext(2);
            published.onComplete();
            behaving.onComplete();
        });
    }

    static void processors(Probe p) throws Exception {
        PublishProcessor<Integer> published = PublishProcessor.create();
        ReplayProcessor<Integer> replayed = ReplayProcessor.create();
        for (String who : new String[] {"a", "b"}) {
            p.parent(who, () -> {
                published.subscribe(i -> p.mark(who + "/published-" + i));
                replayed.map(i -> i).subscribe(i -> p.mark(who + "/replayed-" + i));
            });
        }
        p.parent("c", () -> {
            p.note("taken", published.offer(1));
            replayed.onNext(1);
        });
        onThread(() -> {
            published.onComplete();
            replayed.onComplete();
        });
        p.parent("late", () -> replayed.subscribe(i -> p.mark("late/replayed-" + i)));
    }

    static void shared(Probe p) throws Exception {
        PublishProcessor<Integer> upstream = PublishProcessor.create();
        Flowable<Integer> shared = upstream.doOnNext(i -> p.mark("a/above")).share();
        p.parent("a", () -> shared.subscribe(i -> p.mark("a/below")));
        p.parent("b", () -> shared.map(i -> i).subscribe(i -> p.mark("b/below")));
        onThread(() -> upstream.onNext(1));
        upstream.onComplete();

        PublishSubject<Integer> values = PublishSubject.create();
        Single<Integer> cached = values.firstOrError().doOnSuccess(i -> p.mark("x/once")).cache();
        p.parent("x", () -> cached.subscribe(i -> p.mark("x/cached")));
        p.parent("y", () -> cached.subscribe(i -> p.mark("y/cached")));
        onThread(() -> values.onNext(3));
        p.parent("z", () -> p.note("again", cached.doOnSuccess(i -> p.mark("z/cached")).blockingGet()));
    }

    private static final class OwnObservable extends Observable<Integer> {
        @Override
        protected void subscribeActual(Observer<? super Integer> observer) {
            observer.onSubscribe(Disposable.disposed());
            new Thread(() -> {
                observer.onNext(1);
                observer.onComplete();
            }).start();
        }
    }

    static void foreign(Probe p) throws Exception {
        CompletableFuture<String> future = new CompletableFuture<>();
        CountDownLatch done = new CountDownLatch(2);
        p.parent("a", () -> {
            new OwnObservable().map(i -> i).subscribe(i -> {
                p.mark("a/own");
                done.countDown();
            });
            Single.fromCompletionStage(future).subscribe(s -> {
                p.mark("a/" + s);
                done.countDown();
            });
        });
        onThread(() -> future.complete("future"));
        Probe.await(done);
    }
}

package com.example.aws;

import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Takes a stream's events one at a time and writes down all that is seen of it. */
final class Events<T> implements Subscriber<T> {
    private final Predicate<String> each;
    private final Function<T, String> told;
    private final StringBuilder seen;
    private Subscription subscription;

    Events(StringBuilder seen, Function<T, String> told, Predicate<String> each) {
        this.seen = seen;
        this.told = told;
        this.each = each;
    }

    @Override
    public void onSubscribe(Subscription s) {
        subscription = s;
        s.request(1);
    }

    @Override
    public void onNext(T event) {
        String text = told.apply(event);
        note(seen, text);
        if (each.test(text)) {
            subscription.request(1);
        } else {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable t) {
        note(seen, "error");
    }

    @Override
    public void onComplete() {
        note(seen, "complete");
    }

    static void note(StringBuilder seen, String what) {
        synchronized (seen) {
            seen.append(what).append(' ');
        }
    }
}

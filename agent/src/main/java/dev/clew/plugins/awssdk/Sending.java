package dev.clew.plugins.awssdk;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import software.amazon.awssdk.core.internal.http.RequestExecutionContext;
import software.amazon.awssdk.http.SdkHttpFullRequest;

/** What the advice around one transmission hands on to each other: meanwhile the thread works for the attempt alone. */
final class Sending implements Rescuable {
    final Attempt attempt;
    /** Null where the SDK's own can stay. */
    final SdkHttpFullRequest request;

    private final Object before;

    private Sending(Attempt attempt, SdkHttpFullRequest request) {
        this.attempt = attempt;
        this.request = request;
        this.before = Current.set(attempt.exchange.inside());
    }

    static Sending of(SdkHttpFullRequest request, RequestExecutionContext context) {
        Call call = Call.of(context.executionAttributes());
        Attempt attempt = call == null ? null : call.send(request);
        if (attempt == null) {
            return null;
        }
        try {
            return new Sending(attempt, attempt.dressed(request));
        } catch (Throwable failed) {
            attempt.exchange.rescue();
            throw failed;
        }
    }

    void leave() {
        Current.set(before);
    }

    @Override
    public void rescue() {
        leave();
        attempt.exchange.rescue();
    }
}

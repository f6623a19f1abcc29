package dev.clew.plugins.async;

import dev.clew.context.Current;
import dev.clew.trace.Operation;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;

/**
 * The operation of one subscription, between what is above the traced result and what is below. Upstream works for the
 * operation, downstream for what was current when it subscribed. None of the methods throws.
 */
final class Track {
    private final Running running;
    private final Operation operation;
    /** What the subscriber works for; null for nothing. */
    private final Object outside;

    private Track(Running running, Object outside) {
        this.running = running;
        this.operation = running.operation;
        this.outside = outside;
    }

    /** @param assembled what was current when the result was made: the parent where the subscriber works for nothing */
    static Track begin(AsyncCall call, Object assembled) {
        Object outside = Current.get();
        Current.Slot taken = Current.quieten();
        try {
            if (outside == null && assembled != null) {
                Current.set(assembled);
            }
            Running running = call.subscribed();
            if (running == null) {
                return null;
            }
            running.operation.leave();
            return new Track(running, outside);
        } catch (Throwable ours) {
            return null;
        } finally {
            Current.set(outside);
            if (taken != null) {
                taken.quiet = false;
            }
        }
    }

    /** A track over work that has begun already. */
    static Track over(Running running) {
        return new Track(running, Current.get());
    }

    /** For the time that upstream is called; answers what to hand to {@link Current#set}. */
    Object inside() {
        return Current.set(operation);
    }

    /** For the time that downstream is called; answers what to hand to {@link Current#set}. */
    Object outside() {
        return Current.set(outside);
    }

    /** Without this object, held by upstream, nobody can end the work any more. */
    void livesWith(Object subscriber) {
        if (running.endsIt()) {
            operation.livesWith(subscriber);
        }
    }

    void item(Object item) {
        if (item != null) {
            Current.Slot taken = Current.quieten();
            try {
                running.item(item);
            } catch (Throwable ours) {
                // the application comes first
            } finally {
                if (taken != null) {
                    taken.quiet = false;
                }
            }
        }
    }

    void completed() {
        if (operation.isOpen()) {
            Current.Slot taken = Current.quieten();
            try {
                running.completed();
            } catch (Throwable ours) {
                // as above
            } finally {
                if (taken != null) {
                    taken.quiet = false;
                }
            }
        }
        if (running.endsIt()) {
            end(null);
        }
    }

    void failed(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof CancellationException) {
            cancelled();
        } else {
            end(cause);
        }
    }

    private void end(Throwable error) {
        try {
            operation.end(error);
        } catch (Throwable ours) {
            // as above
        }
    }

    void cancelled() {
        try {
            operation.cancel();
        } catch (Throwable ours) {
            // as above
        }
    }
}

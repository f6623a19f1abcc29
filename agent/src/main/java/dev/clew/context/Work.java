package dev.clew.context;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.concurrent.TimeUnit;

/**
 * A piece of traced work, as far as hand-over must know it. Work that is over may still be handed on for a while, to what it
 * left behind; but a task that keeps submitting itself would carry its first context for ever.
 */
public abstract class Work {
    private static volatile long patienceNanos = TimeUnit.SECONDS.toNanos(30);

    /** What threads remember it by. */
    final Reference<Work> self = new WeakReference<>(this);

    /** {@link System#nanoTime} of the end; 0 until then. */
    private volatile long overSince;

    /** For how long after its end work is still handed on. */
    public static void handedOnFor(long seconds) {
        patienceNanos = TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Says that the work has ended. */
    protected final void over() {
        long now = System.nanoTime();
        overSince = now == 0 ? 1 : now;
    }

    final boolean isLongOver() {
        long since = overSince;
        return since != 0 && System.nanoTime() - since > patienceNanos;
    }
}

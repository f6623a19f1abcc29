package dev.clew.plugins.async;

import dev.clew.context.Current;
import dev.clew.trace.Operation;
import java.util.concurrent.TimeUnit;

/**
 * Something that carries the work for which it was handed over: a task, a subscriber. A subclass brackets each call of what it
 * carries with {@link #enter} and {@link Current#set}. Any thread.
 *
 * <p>A stream may live as long as the JVM. A minute after its work has ended it is nobody's: the work is let go, and what the
 * stream still does is done for whatever its thread works for, as without us.
 */
public abstract class Handed {
    private static final long KEPT_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** Null once it was let go. */
    private volatile Object work;

    /** When the work was first seen to have ended; 0 before. */
    private long over;

    /** @param work as {@link Current#get} answered it; not null */
    protected Handed(Object work) {
        this.work = work;
    }

    /** Makes the carried work this thread's own; answers what to hand to {@link Current#set} afterwards. Never throws. */
    protected final Object enter() {
        Object mine = work;
        if (mine instanceof Operation && !((Operation) mine).isOpen() && isOld()) {
            work = null;
            mine = null;
        }
        return mine == null ? Current.get() : Current.set(mine);
    }

    /** Whether it carries exactly this. */
    protected final boolean carries(Object other) {
        return work == other;
    }

    private boolean isOld() {
        long now = System.nanoTime();
        if (over == 0) {
            over = now | 1;
        }
        return now - over > KEPT_NANOS;
    }
}

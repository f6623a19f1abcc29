package dev.clew.weave;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The state of one hook for one loader of the application: switches it off after {@link #LIMIT} throws, or at once where it does not fit the
 * library at hand, and keeps hooks quiet that are reached from other advice. Public for the generated glue. Any thread.
 */
public final class Breaker {
    static final int LIMIT = 5;

    /** Test switch {@code clew.fail=hooks}: every advice throws. */
    private static volatile boolean failAll;

    private final HookPoint point;
    private final AtomicInteger throwsSeen = new AtomicInteger();
    private final AtomicInteger sitesLinked = new AtomicInteger();
    private volatile boolean on = true;
    private volatile String whyOff;
    private volatile String lastThrow;

    Breaker(HookPoint point) {
        this.point = point;
    }

    static void failAll(boolean failAll) {
        Breaker.failAll = failAll;
    }

    /** The breaker of a hook for the application's loader that this glue serves: libraries differ from loader to loader. */
    public static Breaker of(int hook, Class<?> glue) {
        return ((PluginLoader) glue.getClassLoader()).breaker(hook);
    }

    /** Whether a bare hook runs. */
    public boolean on() {
        if (failAll) {
            throw new IllegalStateException("clew.fail=hooks");
        }
        return on;
    }

    /** Not null where advice runs now: other advice on this thread is quiet until the glue says otherwise in what it got. */
    public Current.Slot begin() {
        if (!on) {
            return null;
        }
        if (failAll) {
            throw new IllegalStateException("clew.fail=hooks");
        }
        return Current.quieten();
    }

    /** Counts what an advice threw; never throws. */
    public void failed(Throwable thrown) {
        try {
            lastThrow = thrown.toString();
            if (thrown instanceof LinkageError) {
                off("does not fit the library at hand: " + thrown);
            } else if (throwsSeen.incrementAndGet() >= LIMIT) {
                off("threw " + LIMIT + " times, last " + thrown);
            }
        } catch (Throwable ignored) {
            // a StackOverflowError of the application meets us at its deepest point
        }
    }

    private void off(String why) {
        if (on) {
            on = false;
            whyOff = why;
            Reports.add("hook " + point.label() + " is off: " + why);
        }
    }

    /** Closes what enter opened where exit can't: otherwise the thread would keep a context that is not its own. */
    public static void skipped(Object entered) {
        try {
            if (entered instanceof Rescuable) {
                ((Rescuable) entered).rescue();
            }
        } catch (Throwable ignored) {
            // as above
        }
    }

    void linked() {
        sitesLinked.incrementAndGet();
    }

    void misfit(String why) {
        off(why);
    }

    HookPoint point() {
        return point;
    }

    int sites() {
        return sitesLinked.get();
    }

    int thrown() {
        return throwsSeen.get();
    }

    /** Null while on. */
    String whyOff() {
        return whyOff;
    }

    String lastThrow() {
        return lastThrow;
    }
}

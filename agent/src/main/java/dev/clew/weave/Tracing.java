package dev.clew.weave;

import dev.clew.context.Current;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The second stage of the start: hand-over hooks woven into the JDK, and the trace core running.
 *
 * <p>It runs on a thread of its own for two reasons. The JVM ignores retransformation on a thread that is inside a transformer,
 * silently; and the application can go on loading classes meanwhile. The first traced call waits for the rest.
 */
public final class Tracing {
    /** For the thread that has a class loaded: if something is in the way of weaving, it must go on. */
    private static final long WEAVING_PATIENCE_SECONDS = 2;

    /** Longer than any start, short enough not to be taken for a hang where something unheard-of blocks it. */
    private static final long PATIENCE_SECONDS = 10;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CountDownLatch woven = new CountDownLatch(1);
    private final Runnable weaveHandOver;
    private final Runnable startCore;
    private volatile String failure;

    Tracing(Runnable weaveHandOver, Runnable startCore) {
        this.weaveHandOver = weaveHandOver;
        this.startCore = startCore;
    }

    /** Begins in the background; again and again does nothing. Safe inside a transformer. */
    void start() {
        if (begun.compareAndSet(false, true)) {
            Helper.run("start", this::work);
        }
    }

    /**
     * As {@link #start}, but where a thread works for something already (a request that a server answers), it returns once work
     * that is handed on from here carries that too. Safe inside a transformer: the weaving is another thread's.
     */
    void startAndCarry() {
        start();
        if (woven.getCount() == 0 || !Current.isUsed() || Thread.currentThread().getName().startsWith("clew-")) {
            return;
        }
        boolean interrupted = false;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WEAVING_PATIENCE_SECONDS);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            try {
                if (woven.await(left, TimeUnit.NANOSECONDS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins if need be and waits until it is done. Not inside a transformer. */
    public void startNow() {
        start();
        try {
            if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Reports.add("the start took more than " + PATIENCE_SECONDS + " s: the first calls are not traced");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean started() {
        return begun.get();
    }

    String failure() {
        return failure;
    }

    private void work() {
        try {
            if (Current.isUsed()) {
                weaveHandOver.run();
                woven.countDown();
                startCore.run();
            } else {
                startCore.run();
                weaveHandOver.run();
            }
        } catch (Throwable t) {
            failure = t.toString();
            Reports.add("tracing did not start: " + t);
        } finally {
            woven.countDown();
            ready.countDown();
        }
    }
}

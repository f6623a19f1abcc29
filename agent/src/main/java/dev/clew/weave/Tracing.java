package dev.clew.weave;

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
    /** Longer than any start, short enough not to be taken for a hang where something unheard-of blocks it. */
    private static final long PATIENCE_SECONDS = 10;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch ready = new CountDownLatch(1);
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
            startCore.run();
            weaveHandOver.run();
        } catch (Throwable t) {
            failure = t.toString();
            Reports.add("tracing did not start: " + t);
        } finally {
            ready.countDown();
        }
    }
}

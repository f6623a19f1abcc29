package dev.clew.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * The bounded queue between the application's threads and the one thread that renders and writes.
 *
 * <p>{@link #offer} never blocks and hardly ever wakes anyone: the thread looks by itself every {@value #BUSY_MILLIS} ms while
 * there is traffic, ever more rarely when there is none, and sleeps for good when nothing is open; only then is it woken.
 * A full queue drops and counts.
 *
 * @param <T> what is recorded
 */
public final class Recorder<T> {
    private static final int BATCH = 256;
    private static final long BUSY_MILLIS = 20;
    private static final long CALM_MILLIS = 250;

    /** What the recorder's thread does; what it throws is swallowed and counted. */
    public interface Sink<T> {
        /** @param batch in the order of {@link #offer}; the list is used again afterwards */
        void take(List<T> batch);

        /**
         * Between batches, every {@value Recorder#CALM_MILLIS} ms or so, and once more before the end.
         *
         * @return whether there is anything to watch
         */
        boolean watch(boolean last);

        /** A failure of one of the other two. */
        void failed(Throwable thrown);
    }

    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final LongAdder dropped = new LongAdder();
    private final int capacity;
    private final Sink<T> sink;
    private final Thread thread;
    private final List<T> batch = new ArrayList<>(BATCH);
    private volatile boolean asleep;
    private volatile boolean closing;

    /**
     * @param threads makes the (not started) daemon thread
     * @param capacity items that may wait
     */
    public Recorder(int capacity, Sink<T> sink, java.util.function.Function<Runnable, Thread> threads) {
        this.capacity = capacity;
        this.sink = sink;
        this.thread = threads.apply(this::loop);
    }

    public void start() {
        thread.start();
    }

    /** Hands an item over; false where the queue is full and the item was dropped. Any thread, never blocks. */
    public boolean offer(T item) {
        int now = size.incrementAndGet();
        if (now > capacity) {
            size.decrementAndGet();
            dropped.increment();
            return false;
        }
        queue.add(item);
        if (asleep || now == capacity / 2) {
            LockSupport.unpark(thread);
        }
        return true;
    }

    /** Something is open that wants watching. Any thread. */
    public void stir() {
        if (asleep) {
            LockSupport.unpark(thread);
        }
    }

    /** Items that found the queue full since the start. */
    public long dropped() {
        return dropped.sum();
    }

    /** Whether the calling thread is the recorder's own. */
    public boolean isMe() {
        return Thread.currentThread() == thread;
    }

    /** Takes what is queued and stops; waits for that at most so long. */
    public void close(long millis) {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        long pause = BUSY_MILLIS;
        long watched = System.nanoTime();
        while (true) {
            boolean last = closing;
            boolean any = drain();
            long now = System.nanoTime();
            boolean open = true;
            if (now - watched >= CALM_MILLIS * 1_000_000L || pause >= CALM_MILLIS || last) {
                watched = now;
                open = watch(last);
            }
            if (last) {
                return;
            }
            pause = any ? BUSY_MILLIS : Math.min(pause * 2, CALM_MILLIS);
            if (!open && !any) {
                sleep();
                pause = BUSY_MILLIS;
            } else if (!closing) {
                LockSupport.parkNanos(this, pause * 1_000_000L);
            }
        }
    }

    /** Until something comes. The flag is set before the last look, so nothing is overlooked. */
    private void sleep() {
        asleep = true;
        if (queue.isEmpty() && !closing && !watch(false)) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    private boolean watch(boolean last) {
        try {
            return sink.watch(last);
        } catch (Throwable t) {
            failed(t);
            return false;
        }
    }

    private boolean drain() {
        boolean any = false;
        while (true) {
            batch.clear();
            T item;
            while (batch.size() < BATCH && (item = queue.poll()) != null) {
                batch.add(item);
            }
            if (batch.isEmpty()) {
                return any;
            }
            any = true;
            size.addAndGet(-batch.size());
            try {
                sink.take(batch);
            } catch (Throwable t) {
                failed(t);
            }
        }
    }

    private void failed(Throwable thrown) {
        try {
            sink.failed(thrown);
        } catch (Throwable ignored) {
            // out of memory, most likely: the thread goes on
        }
    }
}

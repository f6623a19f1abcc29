package dev.clew.context;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * Contexts of tasks that wait where everybody sees them, and so must stay what they are: a table beside the queue, by identity.
 *
 * <p>It holds tasks weakly, so what is dropped is garbage, and its context goes then too. A task that is handed over twice has
 * two contexts, the first run takes the first. No locks: threads, virtual ones too, never wait for each other here. Any thread.
 */
public final class Waiting {
    private static final int BUCKETS = 1 << 14;
    private static final int SWEEP_MILLIS = 100;

    private static final int EMPTY = 0;
    private static final int IN_USE = 1;
    /** The cleaner looks whether anything is left. */
    private static final int IN_DOUBT = 2;

    /** So that nobody looks into the table, or asks an object for its hash, while nothing is in it. */
    private static final AtomicInteger STATE = new AtomicInteger();

    private static final AtomicReferenceFieldUpdater<Entry, Object> WORK =
            AtomicReferenceFieldUpdater.newUpdater(Entry.class, Object.class, "work");

    private Waiting() {}

    /** Made with the first task that waits: most applications hand nothing over this way. */
    private static final class Table {
        static final AtomicReferenceArray<Entry> HEADS = new AtomicReferenceArray<>(BUCKETS);
        static final ReferenceQueue<Object> DROPPED = new ReferenceQueue<>();
        static final Thread CLEANER;

        static {
            ThreadGroup top = Thread.currentThread().getThreadGroup();
            while (top.getParent() != null) {
                top = top.getParent();
            }
            CLEANER = new Thread(top, new Cleaner(), "clew-dropped", 0, false);
            CLEANER.setDaemon(true);
            CLEANER.setContextClassLoader(null);
            CLEANER.start();
        }
    }

    /** One hand-over. */
    private static final class Entry extends WeakReference<Object> {
        final int bucket;
        /** Null once it is taken or dropped; the entry is unlinked by whoever comes by. */
        volatile Object work;

        volatile Entry next;

        Entry(Object task, Object work, int bucket) {
            super(task, Table.DROPPED);
            this.work = work;
            this.bucket = bucket;
        }
    }

    /** Unlinks what was dropped, and sleeps for good while nothing waits. */
    private static final class Cleaner implements Runnable {
        @Override
        public void run() {
            while (true) {
                try {
                    // woken by the first task that waits again
                    Entry dropped = (Entry) Table.DROPPED.remove(STATE.get() == EMPTY ? 0 : SWEEP_MILLIS);
                    if (dropped != null) {
                        take(dropped);
                    } else {
                        sweep();
                    }
                } catch (InterruptedException somethingWaits) {
                    // look again
                }
            }
        }

        /** Whoever puts an entry in says so afterwards: then doubt does not become emptiness. */
        private static void sweep() {
            STATE.set(IN_DOUBT);
            boolean empty = true;
            for (int i = 0; i < BUCKETS; i++) {
                if (Table.HEADS.get(i) != null) {
                    unlinkTaken(i);
                    empty &= Table.HEADS.get(i) == null;
                }
            }
            if (empty) {
                STATE.compareAndSet(IN_DOUBT, EMPTY);
            } else {
                STATE.set(IN_USE);
            }
        }
    }

    /** Notes the context of this thread for a task that is handed over; nothing where there is none. */
    public static void put(Object task) {
        Object work = task == null ? null : Current.carry();
        if (work != null && !Never.lists(task.getClass())) {
            int bucket = bucket(task);
            forgetOver(task, bucket);
            Entry entry = new Entry(task, work, bucket);
            Entry head;
            do {
                head = Table.HEADS.get(bucket);
                entry.next = head;
            } while (!Table.HEADS.compareAndSet(bucket, head, entry));
            if (STATE.get() != IN_USE) {
                use();
            }
        }
    }

    private static void use() {
        if (STATE.getAndSet(IN_USE) == EMPTY) {
            Table.CLEANER.interrupt();
        }
    }

    /** The context that waits for a task, null for none; it waits no more then. */
    public static Object take(Object task) {
        if (isEmpty() || task == null) {
            return null;
        }
        int bucket = bucket(task);
        while (true) {
            Entry oldest = null;
            for (Entry e = Table.HEADS.get(bucket); e != null; e = e.next) {
                if (e.work != null && e.refersTo(task)) {
                    oldest = e;
                }
            }
            if (oldest == null) {
                return null;
            }
            Object work = take(oldest);
            if (work != null) {
                return work;
            }
        }
    }

    /** As {@link #take}, but it goes on waiting, for as long as the task is no garbage. */
    public static Object look(Object task) {
        if (!isEmpty() && task != null) {
            for (Entry e = Table.HEADS.get(bucket(task)); e != null; e = e.next) {
                Object work = e.work;
                if (work != null && e.refersTo(task)) {
                    return work;
                }
            }
        }
        return null;
    }

    /** Whether {@link #take} has anything to find. */
    public static boolean isEmpty() {
        return STATE.get() == EMPTY;
    }

    private static int bucket(Object task) {
        int hash = System.identityHashCode(task);
        return (hash ^ hash >>> 16) & BUCKETS - 1;
    }

    private static Object take(Entry entry) {
        Object work = WORK.getAndSet(entry, null);
        unlinkTaken(entry.bucket);
        return work;
    }

    /** A task that was dropped by hand, kept, and is handed over again must not find what was meant for the first time. */
    private static void forgetOver(Object task, int bucket) {
        for (Entry e = Table.HEADS.get(bucket); e != null; e = e.next) {
            Object work = e.work;
            if (work instanceof Work && e.refersTo(task) && ((Work) work).isLongOver()) {
                take(e);
            }
        }
    }

    /**
     * New entries come only at the head, and a link is only ever moved on past a taken entry: so two threads in one bucket may
     * leave a taken one in for a while, but lose none that waits.
     */
    private static void unlinkTaken(int bucket) {
        Entry head = Table.HEADS.get(bucket);
        while (head != null && head.work == null) {
            Table.HEADS.compareAndSet(bucket, head, head.next);
            head = Table.HEADS.get(bucket);
        }
        Entry at = head;
        while (at != null) {
            Entry next = at.next;
            if (next != null && next.work == null) {
                at.next = next.next;
            } else {
                at = next;
            }
        }
    }
}

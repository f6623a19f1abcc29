package dev.clew.context;

/**
 * What a thread is working for: the innermost open piece of traced work, and whether advice runs right now.
 *
 * <p>One thread-local with one small mutable object, so that a hook costs one look-up. The value is opaque here; the trace
 * core keeps its operations in it, and hand-over between threads carries it without knowing more.
 */
public final class Current {
    private static final ThreadLocal<Slot> SLOT = ThreadLocal.withInitial(Slot::new);

    /** Set with the first piece of traced work: until then no thread is asked. */
    private static volatile boolean used;

    /** A thread's own, and touched by no other thread. Public for the generated glue. */
    public static final class Slot {
        /** Whether advice runs. A field, since a thread that is out of stack can still write one. */
        public boolean quiet;

        Object work;

        private Slot() {}

        /** Null for no change; answers what was there. */
        Object enter(Object carried) {
            Object before = work;
            if (carried != null) {
                work = carried;
            }
            return before;
        }
    }

    private Current() {}

    /** The work of this thread, or null. */
    public static Object get() {
        return used ? SLOT.get().work : null;
    }

    /** What this thread hands on: its work, unless that was {@linkplain Work over} long ago; or null. */
    public static Object carry() {
        Object work = used ? SLOT.get().work : null;
        return work instanceof Work && ((Work) work).isLongOver() ? null : work;
    }

    /** This thread's own: the thread must not change while one is held. */
    static Slot slot() {
        return SLOT.get();
    }

    /** Makes {@code work} this thread's own, null for none; answers what it was, for {@link #set} to put back. */
    public static Object set(Object work) {
        if (work != null && !used) {
            used = true;
        }
        Slot slot = SLOT.get();
        Object before = slot.work;
        slot.work = work;
        return before;
    }

    /** Takes this thread for advice until {@link Slot#quiet} is false again; null if it is taken already. */
    public static Slot quieten() {
        Slot slot = SLOT.get();
        if (slot.quiet) {
            return null;
        }
        slot.quiet = true;
        return slot;
    }
}

package dev.clew.context;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;

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

    /**
     * A thread's own, and touched by no other thread. Public for the generated glue.
     *
     * <p>With G1, storing a reference into an old object costs more than all the rest of a hand-over. So {@link #enter} and
     * {@link #leave} store one only where the work is another than the thread's last, and that one is weak: an idle thread keeps
     * nothing alive. Who calls them holds the work in between; what {@link #set} makes current is held here.
     */
    public static final class Slot {
        /** Whether advice runs. A field, since a thread that is out of stack can still write one. */
        public boolean quiet;

        private boolean working;
        private Reference<?> last;
        private Object held;

        private Slot() {}

        Object work() {
            return working ? last.get() : null;
        }

        /** Null for no change; answers what was there. */
        Object enter(Object carried) {
            Object before = work();
            if (carried != null) {
                remember(carried);
            }
            return before;
        }

        /** Gives back what {@link #enter} answered. */
        void leave(Object before) {
            remember(before);
            if (held != null && held != before) {
                held = before;
            }
        }

        Object set(Object work) {
            Object before = work();
            remember(work);
            held = work;
            return before;
        }

        private void remember(Object work) {
            if (work == null) {
                working = false;
                return;
            }
            Reference<?> self = work instanceof Work ? ((Work) work).self : new WeakReference<>(work);
            if (last != self) {
                last = self;
            }
            working = true;
        }
    }

    private Current() {}

    /** Whether any thread ever worked for anything. */
    public static boolean isUsed() {
        return used;
    }

    /** The work of this thread, or null. */
    public static Object get() {
        return used ? SLOT.get().work() : null;
    }

    /** What this thread hands on: its work, unless that was {@linkplain Work over} long ago; or null. */
    public static Object carry() {
        Object work = used ? SLOT.get().work() : null;
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
        return SLOT.get().set(work);
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

package dev.clew.trace;

import dev.clew.context.Carry;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * The requests that servers have at hand, by the server's own object for each: by identity, held weakly, and nothing that the
 * application could see. Servers use such an object again for the next request. Any thread.
 */
public final class Requests {
    private static final ConcurrentHashMap<Object, Incoming> AT_HAND = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Object> DROPPED = new ReferenceQueue<>();

    private Requests() {}

    private static final class Kept extends WeakReference<Object> {
        private final int hash;

        Kept(Object thing) {
            super(thing, DROPPED);
            this.hash = System.identityHashCode(thing);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other
                    || other instanceof Sought && refersTo(((Sought) other).thing)
                    || other instanceof Kept && get() != null && ((Kept) other).refersTo(get());
        }
    }

    /** Finds what is kept, without a reference of its own. */
    private static final class Sought {
        private final Object thing;

        Sought(Object thing) {
            this.thing = thing;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(thing);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Kept && ((Kept) other).refersTo(thing);
        }
    }

    /**
     * {@link Incoming#begin}, unless this thread works for a request or for something traced already: null then.
     *
     * @param thing the server's, one at a time for each request; what it stood for before has ended
     */
    public static Incoming begin(Object thing, String method, String path, UnaryOperator<String> header) {
        if (Incoming.isAny()) {
            return null;
        }
        drop();
        Incoming incoming = Incoming.begin(method, path, header);
        Kept kept = new Kept(thing);
        incoming.livesWith(kept);
        Incoming before = AT_HAND.put(kept, incoming);
        if (before != null) {
            before.end(null);
        }
        return incoming;
    }

    private static void drop() {
        for (Reference<?> gone = DROPPED.poll(); gone != null; gone = DROPPED.poll()) {
            AT_HAND.remove(gone);
        }
    }

    /** The request that a server's object stands for; null where it stands for none that is open. */
    public static Incoming of(Object thing) {
        return thing == null ? null : AT_HAND.get(new Sought(thing));
    }

    /** Lets another object of the server stand for the request too, as long as it lives. Null for none. */
    public static void also(Object thing, Incoming incoming) {
        if (thing != null) {
            AT_HAND.put(new Kept(thing), incoming);
        }
    }

    /** Which route it took; nothing where the pattern is no text. */
    public static void route(Object thing, Object pattern) {
        Incoming incoming = pattern instanceof String ? of(thing) : null;
        if (incoming != null) {
            incoming.route((String) pattern);
        }
    }

    /** Takes the thread for the request once more, for a callback; answers what to hand to {@link #leave}, or null. */
    public static Object resume(Object thing) {
        Incoming incoming = Incoming.isAny() ? null : of(thing);
        return incoming == null || !incoming.isOpen() ? null : Carry.enter(incoming);
    }

    /** Gives the thread back what it had before {@link #begin} or {@link #resume}. Null for no change. */
    public static void leave(Object entered) {
        if (entered instanceof Incoming) {
            ((Incoming) entered).leave();
        } else {
            Carry.leave(entered);
        }
    }

    /** A request's target without scheme, host and query; null for null. */
    public static String path(String target) {
        if (target == null) {
            return null;
        }
        int start = 0;
        if (!target.startsWith("/")) {
            int host = target.indexOf("://");
            start = host < 0 ? 0 : target.indexOf('/', host + 3);
            if (start < 0) {
                return "/";
            }
        }
        int end = target.indexOf('?', start);
        return target.substring(start, end < 0 ? target.length() : end);
    }

    /**
     * The response is complete, or won't be.
     *
     * @param status 0 where it is not known, or known already
     * @param error null for none
     */
    public static void end(Object thing, int status, Throwable error) {
        Incoming incoming = thing == null ? null : AT_HAND.remove(new Sought(thing));
        if (incoming != null) {
            if (status > 0) {
                incoming.status(status);
            }
            incoming.end(error);
        }
    }
}

package dev.clew.plugins.vertxhttp;

import dev.clew.wire.Exchange;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exchange of each recognised request, beside it: by identity, and for as long as the request itself is there, so that
 * one that has ended is not begun anew.
 */
final class Exchanges {
    private static final ConcurrentHashMap<Object, Exchange> ALL = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Object> DROPPED = new ReferenceQueue<>();

    private Exchanges() {}

    static void put(Object request, Exchange exchange) {
        for (Reference<?> dropped = DROPPED.poll(); dropped != null; dropped = DROPPED.poll()) {
            ALL.remove(dropped);
        }
        ALL.put(new Key(request), exchange);
    }

    /** Null for none, which costs nothing while there was none at all. */
    static Exchange of(Object request) {
        return request == null || ALL.isEmpty() ? null : ALL.get(new Probe(request));
    }

    /** As {@link #of}, once. */
    static Exchange take(Object request) {
        return request == null || ALL.isEmpty() ? null : ALL.remove(new Probe(request));
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object request) {
            super(request, DROPPED);
            hash = System.identityHashCode(request);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Probe && refersTo(((Probe) other).request);
        }
    }

    private static final class Probe {
        private final Object request;

        Probe(Object request) {
            this.request = request;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(request);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key && ((Key) other).refersTo(request);
        }
    }
}

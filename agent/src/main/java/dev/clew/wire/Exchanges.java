package dev.clew.wire;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exchange of each recognised request of one library, kept beside the request: by identity, and for as long as the request
 * is there, so that one that has ended is not begun anew. Other objects that stand for a request are as good. Any thread.
 */
public final class Exchanges {
    private final ConcurrentHashMap<Object, Exchange> all = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> dropped = new ReferenceQueue<>();

    /** From here on the exchange is that of this request. */
    public void put(Object request, Exchange exchange) {
        keep(request, exchange);
    }

    /** As {@link #put}, until the exchange is over: where nothing is asked of it after that. */
    public void putUntilEnd(Object request, Exchange exchange) {
        Key key = keep(request, exchange);
        exchange.atEnd(() -> all.remove(key));
    }

    private Key keep(Object request, Exchange exchange) {
        for (Reference<?> gone = dropped.poll(); gone != null; gone = dropped.poll()) {
            all.remove(gone);
        }
        Key key = new Key(request, dropped);
        all.put(key, exchange);
        return key;
    }

    /** Null for none, which costs nothing before the first. */
    public Exchange of(Object request) {
        return request == null || all.isEmpty() ? null : all.get(new Probe(request));
    }

    /** As {@link #of}, once. */
    public Exchange take(Object request) {
        return request == null || all.isEmpty() ? null : all.remove(new Probe(request));
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object request, ReferenceQueue<Object> dropped) {
            super(request, dropped);
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

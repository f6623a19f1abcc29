package dev.clew.plugins.reactornetty;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.wire.Exchange;
import dev.clew.wire.Wire;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;
import reactor.netty.http.client.HttpClientConfig;

/**
 * A request from its subscription on, through redirects and retries, each of which is an {@link Attempt}. Known by the client's
 * own object for it, its {@code HttpClientHandler}, which is held weakly.
 */
final class Sending implements Rescuable {
    private static final String JSON = "application/json";
    private static final ConcurrentHashMap<Key, Sending> KNOWN = new ConcurrentHashMap<>();
    private static final ReferenceQueue<Object> DROPPED = new ReferenceQueue<>();
    /** What this thread is just subscribing to. */
    private static final ThreadLocal<Sending> STARTING = new ThreadLocal<>();

    /** What the application worked for at the subscription; null for nothing. */
    final Object caller;
    /** As far as its first address tells. */
    final boolean isModelCall;

    private final String contentType;
    private final String retries;
    private Sending outer;
    private Exchange entered;
    private volatile Attempt attempt;
    /** Between two tries of one call. */
    private volatile Exchange goesOn;

    private Sending(Object caller, boolean isModelCall, String contentType, String retries) {
        this.caller = caller;
        this.isModelCall = isModelCall;
        this.contentType = contentType;
        this.retries = retries;
    }

    /** To be {@linkplain #leave left} on this thread; null for a request that stays as it is. */
    static Sending of(HttpClientConfig config) {
        if (config.websocketClientSpec() != null) {
            return null;
        }
        Object caller = Current.get();
        boolean isModelCall = Wire.mayBe(config.method().name(), target(config));
        if (!isModelCall && caller == null) {
            return null;
        }
        String type = config.headers().get("content-type");
        Sending sending = new Sending(caller, isModelCall, type, config.headers().get("x-stainless-retry-count"));
        sending.outer = STARTING.get();
        STARTING.set(sending);
        return sending;
    }

    /** The address as far as it is needed to tell what it is. */
    private static String target(HttpClientConfig config) {
        String uri = config.uri();
        String base = config.baseUrl();
        if (uri == null || uri.isEmpty()) {
            return base;
        }
        return base != null && uri.charAt(0) == '/' ? base + uri : uri;
    }

    void leave() {
        Sending before = outer;
        outer = null;
        if (before == null) {
            STARTING.remove();
        } else {
            STARTING.set(before);
        }
        if (entered != null) {
            entered.leave();
            entered = null;
        }
    }

    /** The next try is being made: on the subscribing thread the first, any other on a thread of the client's. */
    static void tries(Object handler) throws Throwable {
        Sending starting = STARTING.get();
        if (starting != null && starting.attempt == null) {
            KNOWN.put(new Key(handler, DROPPED), starting);
            starting.entered = starting.next(handler);
            return;
        }
        Sending again = of(handler);
        if (again != null) {
            Object before = Current.set(again.caller);
            try {
                Exchange exchange = again.next(handler);
                if (exchange != null) {
                    exchange.leave();
                }
            } finally {
                Current.set(before);
            }
        }
    }

    private Exchange next(Object handler) throws Throwable {
        String method = Internals.method(handler);
        URI uri = isModelCall ? Internals.address(handler) : null;
        Exchange same = goesOn;
        if (same != null) {
            goesOn = null;
            attempt = Attempt.next(caller, same, method, uri);
            return null;
        }
        // who leaves the type to the callback that writes the body says it later
        Wire wire = Wire.recognise(method, uri, contentType == null ? JSON : contentType);
        Exchange exchange = wire == null ? null : Exchange.begin(wire, method, uri, retries);
        attempt = new Attempt(caller, exchange, method, uri);
        return exchange;
    }

    /** What is known of a request; null for nothing. */
    static Sending of(Object handler) {
        if (KNOWN.isEmpty()) {
            return null;
        }
        for (Object dropped = DROPPED.poll(); dropped != null; dropped = DROPPED.poll()) {
            KNOWN.remove(dropped);
        }
        return KNOWN.get(new Key(handler, null));
    }

    Attempt attempt() {
        return attempt;
    }

    /** The client tries again, for this reason. */
    void again(Throwable reason) {
        Attempt over = attempt;
        goesOn = over == null ? null : over.replaced(reason);
    }

    void failed(Throwable error) {
        Attempt last = attempt;
        Exchange between = goesOn;
        if (between != null) {
            between.fail(error);
        } else if (last != null) {
            last.failed(error);
        }
    }

    void cancelled() {
        Attempt last = attempt;
        Exchange between = goesOn;
        if (between != null) {
            between.cancel();
        } else if (last != null) {
            last.cancelled();
        }
    }

    @Override
    public void rescue() {
        leave();
    }

    private static final class Key extends WeakReference<Object> {
        private final int hash;

        Key(Object handler, ReferenceQueue<Object> queue) {
            super(handler, queue);
            this.hash = System.identityHashCode(handler);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Object mine = get();
            return mine != null && other instanceof Key && ((Key) other).get() == mine;
        }
    }
}

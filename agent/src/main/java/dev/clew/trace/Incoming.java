package dev.clew.trace;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.context.Work;
import java.lang.ref.WeakReference;
import java.util.function.UnaryOperator;

/**
 * A request that a server of this process answers. It is a span only where it belongs to a trace of Clew's, or where agent
 * work is done for it: then that work's root is the request, and the request's parent is whoever sent it. Any other request
 * costs this object and leaves no trace. Nor does one that a model call sent, unless an agent works for it: a gateway has a span,
 * a provider that a test runs for itself has none.
 *
 * <p>Current on the thread that begins it until {@link #leave}; it may end on any thread. Where the server goes on elsewhere,
 * hand-over carries it as it carries every work.
 */
public final class Incoming extends Work implements Rescuable {
    private final String method;
    private final String path;
    private final RemoteParent remote;
    private final long began = System.nanoTime();
    private Object before;
    private Thread entered;

    /** Guarded by this, as is what follows. */
    private ServerRequest request;

    private boolean ended;
    private String route;
    private int status;
    private WeakReference<Object> lifeline;

    private Incoming(String method, String path, RemoteParent remote) {
        this.method = method;
        this.path = path;
        this.remote = remote;
    }

    /**
     * Begins a request and makes it this thread's work.
     *
     * @param path without the query; may be null
     * @param header answers the request's header of a lower-case name, several joined with commas; null for none. Not kept.
     */
    public static Incoming begin(String method, String path, UnaryOperator<String> header) {
        Incoming incoming = new Incoming(method, path, RemoteParent.of(header));
        if (incoming.remote != null && incoming.remote.ours() && !incoming.remote.isModelCall()) {
            incoming.operation();
        }
        incoming.entered = Thread.currentThread();
        incoming.before = Current.set(incoming);
        return incoming;
    }

    /**
     * Whether this thread works for a request, or for something that is traced, already: an inner layer of a server asks. What is
     * over does not count: a server may go on to a connection's next request where it ended the one before.
     */
    public static boolean isAny() {
        Object work = Current.get();
        if (work instanceof Incoming) {
            return ((Incoming) work).isOpen();
        }
        if (!(work instanceof Operation)) {
            return work != null;
        }
        for (Operation o = (Operation) work; o != null; o = o.parent) {
            if (o.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** The request that this thread works for, directly or within what is traced for it; null for none. */
    public static Incoming current() {
        Object work = Current.get();
        if (work instanceof Incoming) {
            return (Incoming) work;
        }
        for (Operation o = work instanceof Operation ? (Operation) work : null; o != null; o = o.parent) {
            if (o instanceof ServerRequest) {
                return ((ServerRequest) o).incoming;
            }
        }
        return null;
    }

    /** Gives the thread that began it back; on another thread, or again, it does nothing. */
    public void leave() {
        if (entered == Thread.currentThread()) {
            entered = null;
            Current.set(before);
            before = null;
        }
    }

    /** Which of the server's routes it took, as the application wrote it: {@code /agents/{name}}. */
    public synchronized void route(String pattern) {
        route = pattern;
        if (request != null) {
            request.route(pattern);
        }
    }

    /** {@link #route}, unless one is known: the next one is an error page's, or a forward's. Null for none. */
    public synchronized void firstRoute(String pattern) {
        if (route == null && pattern != null) {
            route(pattern);
        }
    }

    public synchronized void status(int code) {
        status = code;
        if (request != null) {
            request.status(code);
        }
    }

    /**
     * Names the object without which no response can come any more: once it is garbage, the request counts as cancelled. Nothing
     * that this holds may lead to it. Before anyone else knows of this.
     */
    void livesWith(WeakReference<Object> thing) {
        lifeline = thing;
        if (request != null) {
            request.livesWith(thing.get());
        }
    }

    public synchronized boolean isOpen() {
        return !ended;
    }

    /**
     * The response is complete, or won't be. Again, it does nothing.
     *
     * @param error why it failed; null for not at all
     */
    public void end(Throwable error) {
        ServerRequest span;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            span = request;
        }
        over();
        if (span != null) {
            span.end(error);
        }
    }

    /** Its span; made now, if this is the first work that needs one. After the end, null. */
    synchronized Operation operation() {
        if (request == null && !ended) {
            request = new ServerRequest(this, method, path, remote, began);
            request.open();
            if (route != null) {
                request.route(route);
            }
            if (status != 0) {
                request.status(status);
            }
            Object thing = lifeline == null ? null : lifeline.get();
            if (thing != null) {
                request.livesWith(thing);
            }
        }
        return request;
    }

    /** Its span, if it has one. */
    synchronized Operation known() {
        return request;
    }

    @Override
    public void rescue() {
        leave();
        end(null);
    }
}

package dev.clew.wire;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.context.Work;
import dev.clew.hook.Layer;
import dev.clew.trace.HttpAttempt;
import dev.clew.trace.HttpLeg;
import dev.clew.trace.LlmCall;
import dev.clew.trace.Operation;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One recognised HTTP exchange, as the hook of any client tells of it. Below an open model call it is an attempt of that
 * call
 * and adds to what is known of it; otherwise it is the model call.
 *
 * <p>The hook's thread begins it and {@linkplain #leave leaves} again; everything after that may come from any thread,
 * in the
 * order in which a client works. It ends once, with whatever end is told first. It never holds on to anything of the
 * client's
 * but what {@link #head} was given.
 */
public final class Exchange implements Rescuable {
    private static final int FIRST_ERROR = 400;
    /** Bytes that are kept of a request's body; public for what is no HTTP body and is kept as one. */
    public static final int REQUEST_MAX = 1 << 20;

    /** Bytes that are kept from the start of a response's body. */
    public static final int RESPONSE_MAX = 4 << 20;

    /** And from the end of a longer one: enough for the last events of a stream, where usage and finish reason are. */
    public static final int RESPONSE_TAIL = 32 << 10;


    private static final String[] STREAMS = {
        "text/event-stream", "application/x-ndjson", "application/stream+json", "application/vnd.amazon.eventstream"
    };

    private final Wire wire;
    private final Operation operation;
    private final HttpLeg leg;
    private final LlmCall call;
    private final Told told;
    private final Object caller;
    private boolean entered;
    private volatile Inside inside;
    private volatile Runnable atEnd;

    private long resent;
    private volatile boolean streams;

    private Exchange(Wire wire, String method, URI uri) {
        this.wire = wire;
        this.caller = Current.get();
        LlmCall owner = LlmCall.owner();
        if (owner != null) {
            HttpAttempt attempt = HttpAttempt.start(method, uri, owner);
            told = new Told(wire, attempt, owner);
            attempt.response(told.response());
            operation = attempt;
            leg = attempt;
            call = owner;
            // what an earlier attempt was answered is not what this one is
            owner.response(Layer.HTTP, null);
        } else {
            call = LlmCall.start(null, wire.api.operation, wire.provider, null);
            call.leave();
            call.mustProve();
            operation = call;
            leg = call.over(uri);
            told = new Told(wire, call, call);
        }
        call.request(Layer.HTTP, told.request());
        call.toldWhile(new Sending());
    }

    /** A client may tell of the last bytes that it sent only after the answer is there. */
    private final class Sending implements BooleanSupplier {
        @Override
        public boolean getAsBoolean() {
            return told.isUnderWay();
        }
    }

    /**
     * Begins. From here to {@link #leave} this thread works for nothing that is traced, so that what the client starts for
     * itself is not taken for the application's work.
     *
     * @param retries what the client says in its request's {@code x-stainless-retry-count}; null for nothing
     */
    public static Exchange begin(Wire wire, String method, URI uri, String retries) {
        Exchange exchange = new Exchange(wire, method, uri);
        if (retries != null) {
            exchange.resend(retries);
        }
        Current.set(null);
        exchange.entered = true;
        return exchange;
    }

    private void resend(String retries) {
        try {
            long count = Long.parseLong(retries.trim());
            if (count > 0) {
                leg.resend(count);
            }
        } catch (NumberFormatException notANumber) {
            // then it says nothing
        }
    }

    /** Gives the thread that began it back. */
    public void leave() {
        if (entered) {
            entered = false;
            Current.set(caller);
        }
    }

    /** The work that the application was at when it began this; to be current when its own code is called back. */
    public Object caller() {
        return caller;
    }

    /**
     * What a thread is to be at while it sends this exchange through other clients, which would take it for a call of its own:
     * to them it is none, and nothing is to be carried on. For {@link Current#set}; on the thread that began alone.
     */
    public Object inside() {
        if (inside == null) {
            inside = new Inside(operation);
        }
        return inside;
    }

    /** Whether this thread sends an exchange that a client further up owns. */
    static boolean isInside() {
        Object work = Current.get();
        return work instanceof Inside && ((Inside) work).operation.isOpen();
    }

    private static final class Inside extends Work {
        private final Operation operation;

        Inside(Operation operation) {
            this.operation = operation;
        }

        void end() {
            over();
        }
    }

    /**
     * What to add to the request's headers, so that the trace goes on at the other end; see {@link Operation#headers}. Only where
     * the application has not set a {@code traceparent} itself.
     */
    public String[] headers() {
        return operation.headers();
    }

    /** Says that the request's body is compressed, as its header {@code Content-Encoding} has it; null for not. */
    public void requestEncoding(String encoding) {
        told.requestEncoding(encoding);
    }

    /**
     * The client itself sends the request once more, as redirects and connections found dead make it do.
     *
     * @return whether this exchange goes on, its bodies begun anew: it is the call. If not, it is an attempt of one, or over: the next
     *     try is an exchange of its own
     */
    public boolean again() {
        if (operation != call || !operation.isOpen()) {
            return false;
        }
        resent();
        leg.status(0);
        streams = false;
        told.again();
        return true;
    }

    /** The request is sent once more, as {@link #again} has it, where its body is known already and the head of an answer was not told. */
    public void resent() {
        leg.resend(++resent);
    }

    /** Where the request's bytes go. */
    public Body request() {
        return told.asked;
    }

    /** The request's body is all there. */
    public void requestComplete() {
        told.requestComplete();
        // it may have been looked at before, if the call is open for long
        call.request(Layer.HTTP, told.request());
    }

    /**
     * The response has begun.
     *
     * @param contentType and {@code contentEncoding} as the headers say; may be null
     * @param headers by lower-case name, read on the recorder's thread
     */
    public void head(int status, String contentType, String contentEncoding, Supplier<Map<String, String>> headers) {
        Supplier<Map<String, String>> once = told.head(status, contentType, contentEncoding, headers);
        // a stream that is refused is answered in one piece
        streams = status < FIRST_ERROR && (wire.api.streams || isStream(contentType));
        leg.status(status);
        leg.headers(once);
        call.response(Layer.HTTP, told.response());
    }

    /** How the response's bytes are packed, where its head says so no longer. */
    public void responseEncoding(String encoding) {
        told.responseEncoding(encoding);
    }

    static boolean isStream(String contentType) {
        if (contentType == null) {
            return false;
        }
        for (int i = 0; i < STREAMS.length; i++) {
            if (contentType.regionMatches(true, 0, STREAMS[i], 0, STREAMS[i].length())) {
                return true;
            }
        }
        return false;
    }

    /** A piece of the response's body is here; the buffer stays as it is. */
    public void piece(ByteBuffer bytes) {
        if (streams && bytes.hasRemaining()) {
            call.chunk();
        }
        told.answered.add(bytes);
    }

    /** The object that alone can go on with the exchange; see {@link Operation#livesWith}. */
    public void livesWith(Object thing) {
        operation.livesWith(thing);
    }

    /** See {@link Operation#stoppedWhen}. */
    public void stoppedWhen(BooleanSupplier gaveUp) {
        operation.stoppedWhen(gaveUp);
    }

    /** The response is complete. */
    public void complete() {
        operation.end(null);
        over();
    }

    /** What to do once it is over, at once where it is; one thing, the last that was said. */
    void atEnd(Runnable then) {
        atEnd = then;
        if (!operation.isOpen()) {
            then.run();
        }
    }

    /** What threads were handed meanwhile is handed on no longer. */
    private void over() {
        Inside sending = inside;
        if (sending != null) {
            sending.end();
        }
        Runnable then = atEnd;
        if (then != null) {
            then.run();
        }
    }

    /** The application wants no more of it. An error that nobody reads to its end is an error still. */
    public void cancel() {
        if (told.status() >= FIRST_ERROR) {
            operation.end(null);
        } else {
            operation.cancel();
        }
        over();
    }

    /** Somebody wants no more of it, maybe since it failed: where no failure is told before its end, it was the application. */
    public void stopping() {
        operation.stopping();
    }

    /** It is no model call after all, as is known before anything is sent: as if it had never begun. */
    public void forget() {
        call.request(Layer.HTTP, null);
        operation.discard();
        over();
    }

    /** It broke off. */
    public void fail(Throwable thrown) {
        if (isCancellation(thrown)) {
            operation.cancel();
        } else {
            operation.end(thrown);
        }
        over();
    }

    private static boolean isCancellation(Throwable thrown) {
        Throwable t = thrown;
        while (t instanceof CompletionException && t.getCause() != null) {
            t = t.getCause();
        }
        return t instanceof CancellationException;
    }

    @Override
    public void rescue() {
        leave();
        complete();
    }
}

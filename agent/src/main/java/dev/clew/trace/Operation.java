package dev.clew.trace;

import dev.clew.capture.Masking;
import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.context.Work;
import dev.clew.flow.Handed;
import dev.clew.flow.Origin;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A piece of traced work: one span, from its start to its one end.
 *
 * <p>The application's thread only starts it, notes what it saw by reference, and ends it; {@link #render} turns that into
 * attributes on the recorder's thread. An operation is <em>current</em> on the thread that entered it until {@link #leave};
 * leaving and ending are two things, since the work of a stream goes on after the method that began it has returned.
 *
 * <p>Any thread may end; all calls after the first end do nothing.
 */
public abstract class Operation extends Work implements Rescuable {
    private static final int OPEN = 0;
    private static final int ENDED = 1;
    private static final int DISCARDED = 2;

    private static final AtomicIntegerFieldUpdater<Operation> STATE =
            AtomicIntegerFieldUpdater.newUpdater(Operation.class, "state");

    final Operation parent;
    final Trace trace;
    /** Of what is written down, only who it was. */
    Span span;

    private Context context;
    final long startNanos;
    final long beganOn = Thread.currentThread().getId();

    private volatile int state;
    long endNanos;
    private Throwable error;
    private boolean cancelled;
    private volatile boolean stopping;

    private Object before;
    private volatile WeakReference<Thread> thread;
    private volatile WeakReference<Object> lifeline;
    private volatile BooleanSupplier stopped;

    private Events events;
    private volatile Handed handed;

    /** How many agents that a layer below is about to open are this one, at its own work. */
    private volatile int ownRounds;

    volatile LlmCall lastCall;
    private volatile SpanContext handedOverBy;
    private volatile LlmCall decision;
    private volatile AgentRun lastAgent;
    private volatile Object attached;

    /** Used by the recorder alone: whether, when and with what the live file knows of this span. */
    long liveSince;

    /** Likewise: whether it is being written down, as it is. */
    boolean rendered;

    private volatile boolean written;
    private Origin origin;

    String liveWait;

    /**
     * Starts a span.
     *
     * @param known what stands on it from the start
     * @param parent null for the root of a new trace
     */
    Operation(String name, SpanKind kind, Attributes known, Operation parent) {
        this(name, kind, known, parent, null, System.nanoTime());
    }

    /**
     * @param remote where the work was asked for, in another process; null for nowhere, and where there is a parent
     * @param began {@link System#nanoTime} of the start
     */
    Operation(String name, SpanKind kind, Attributes known, Operation parent, RemoteParent remote, long began) {
        TraceCore core = TraceCore.get();
        this.parent = parent;
        this.trace = parent == null ? new Trace(remote) : parent.trace;
        this.startNanos = trace.at(began);
        SpanBuilder builder = core.tracer().spanBuilder(name).setSpanKind(kind);
        builder.setStartTimestamp(startNanos, TimeUnit.NANOSECONDS);
        builder.setParent(parent == null ? trace.root() : parent.context);
        if (!known.isEmpty()) {
            builder.setAllAttributes(known);
        }
        this.span = builder.startSpan();
        this.context = Context.root().with(span);
    }

    /** The innermost operation of this thread, ended or not; null where there is none. */
    public static Operation current() {
        Object work = Current.get();
        if (work instanceof Operation) {
            return (Operation) work;
        }
        return work instanceof Incoming ? ((Incoming) work).operation() : null;
    }

    /**
     * The headers that carry the trace of this thread's work to where a request goes: name, value, name, value, ... by the W3C's
     * Trace Context and Baggage. Null where this thread works for nothing that is traced, or the user wants none. To be added
     * only where the application has not set a {@code traceparent} itself.
     */
    public static String[] outgoing() {
        Object work = Current.get();
        Operation operation = work instanceof Operation ? (Operation) work : work instanceof Incoming ? ((Incoming) work).known() : null;
        return operation == null ? null : operation.headers();
    }

    /** As {@link #outgoing}, for this operation. */
    public final String[] headers() {
        return trace.headers(spanContext(), isModelCall());
    }

    /** Whether what it sends goes to a model. */
    boolean isModelCall() {
        return false;
    }

    /** Makes this the current operation of this thread until {@link #leave}. Once, by whoever starts it. */
    final void enter() {
        open();
        thread = new WeakReference<>(Thread.currentThread());
        before = Current.set(this);
    }

    /** Lets the recorder know; after construction, since the recorder looks into it. */
    final void open() {
        TraceCore.get().opened(this);
    }

    /** Gives this thread back what was current before; on another thread, or again, it does nothing. */
    public final void leave() {
        WeakReference<Thread> entered = thread;
        if (entered != null && entered.get() == Thread.currentThread()) {
            Current.set(before);
            before = null;
            thread = null;
        }
    }

    /** Makes this operation current for a callback; answers what to hand to {@link Current#set} afterwards. */
    public final Object activate() {
        return Current.set(this);
    }

    /**
     * Notes that something happened: a guardrail's verdict, a state that was written. Of very many, the first are kept.
     *
     * @param facts attributes, as content: masked, cut, left out where the user wants none; read on the recorder's thread
     */
    public final synchronized void event(String name, Supplier<Map<String, String>> facts) {
        if (isOpen()) {
            events = events == null ? new Events() : events;
            events.add(trace.now(), name, facts);
        }
    }

    /**
     * This work was given that object by its framework: an argument, a value out of what agents share. It is held weakly, and none of its
     * methods is called; where another work of the trace {@linkplain #gave gave} the very same one, that fed this. Null is none.
     */
    public final void took(Object object) {
        if (object != null && isOpen()) {
            hands().took(object, trace.now());
        }
    }

    /** This work gave that object, as its answer or to those that share it: as {@link #took}. */
    public final void gave(Object object) {
        if (object != null && isOpen()) {
            hands().gave(object, trace.now());
        }
    }

    private synchronized Handed hands() {
        if (handed == null) {
            handed = new Handed();
        }
        return handed;
    }

    /** The objects that it was given and gave; null for none. */
    final Handed handed() {
        return handed;
    }

    /**
     * Says that the next so many agents which a layer below this one would open are no agents: this very operation asks its own
     * model by way of that layer.
     */
    public final void asksItself(int rounds) {
        ownRounds = rounds;
    }

    /** The operation that this thread works for, where it {@linkplain #asksItself asks itself}; null where it does not. */
    public static Operation asking() {
        Operation current = current();
        if (current == null || current.ownRounds == 0 || !current.isOpen()) {
            return null;
        }
        current.ownRounds--;
        return current;
    }

    /** A plugin's own notes, kept as long as this operation is; null until there are any. */
    public final Object attached() {
        return attached;
    }

    public final void attach(Object notes) {
        attached = notes;
    }

    /** The model call right below this operation that was begun last; null for none. */
    public final LlmCall lastCall() {
        return lastCall;
    }

    /**
     * Says who decided that this work is to be done now, and by whom: its link, and the reason.
     *
     * @param decider a model call, or the agent whose last one it was
     */
    public final void handedOverBy(Operation decider) {
        handedOverBy = decider.spanContext();
        decision = decider instanceof LlmCall ? (LlmCall) decider : decider.lastCall;
    }

    /** The agent right below this operation that was begun last; null for none. */
    public final AgentRun lastAgent() {
        return lastAgent;
    }

    final void begins(AgentRun agent) {
        lastAgent = agent;
    }

    /** Whether it was begun on this thread, and is over. */
    public final boolean wasDoneHere() {
        return beganOn == Thread.currentThread().getId() && !isOpen();
    }

    /** The operation that this one is part of; null for the root. */
    public final Operation parent() {
        return parent;
    }

    public final boolean isOpen() {
        return state == OPEN;
    }

    /**
     * Ends the work.
     *
     * @param error why it failed, or null
     */
    public final void end(Throwable error) {
        end(error, false);
    }

    /** Ends work that the application itself stopped early: no error. */
    public final void cancel() {
        end(null, true);
    }

    /** Somebody wants no more of it, maybe since it failed: an end without an error is a cancellation from here on. */
    public final void stopping() {
        stopping = true;
    }

    private void end(Throwable error, boolean cancelled) {
        if (STATE.compareAndSet(this, OPEN, ENDED)) {
            this.endNanos = trace.now();
            this.error = error;
            this.cancelled = cancelled || error == null && stopping;
            this.stopped = null;
            over();
            TraceCore.get().ended(this);
            atEnd();
        }
    }

    /** Ends as another operation has. */
    final void endAs(Operation ended) {
        end(ended.error, ended.cancelled);
    }

    /** Right after the end, on the thread that ended it. */
    void atEnd() {}

    /** {@link #leave} and {@link #end}, as most exits want it. */
    public final void close(Throwable error) {
        leave();
        end(error);
    }

    /**
     * Names the object without which the work can't go on or end: once it is garbage, the work was abandoned, and is
     * {@linkplain #cancel cancelled}. Nothing that this operation holds may lead to that object.
     */
    public final void livesWith(Object thing) {
        lifeline = new WeakReference<>(thing);
    }

    /**
     * Names what tells that the application gave the work up, where a library calls nobody back then; it is asked now and then,
     * on the recorder's thread, as long as the work is open.
     */
    public final void stoppedWhen(BooleanSupplier gaveUp) {
        stopped = gaveUp;
    }

    /** Cancels what was given up without a word; answers whether it did. */
    final boolean endIfGivenUp(boolean atExit) {
        WeakReference<Object> thing = lifeline;
        boolean abandoned = !atExit && thing != null && thing.get() == null;
        BooleanSupplier asks = stopped;
        if (abandoned || asks != null && TraceCore.ask(asks::getAsBoolean) == Boolean.TRUE) {
            cancel();
            return true;
        }
        return false;
    }

    /** Forgets the span: what looked like traced work was none. */
    public final void discard() {
        if (STATE.compareAndSet(this, OPEN, DISCARDED)) {
            over();
            TraceCore.get().forgotten(this);
        }
        leave();
    }

    @Override
    public void rescue() {
        close(null);
    }

    /** The nearest operation of a type at or above this one that is still open, or null. */
    final <T extends Operation> T enclosing(Class<T> type) {
        for (Operation o = this; o != null; o = o.parent) {
            if (type.isInstance(o) && o.isOpen()) {
                return type.cast(o);
            }
        }
        return null;
    }

    /** What this is to those that look for what fed what; the recorder's thread alone. */
    final Origin origin() {
        if (origin == null) {
            origin = new Origin(spanContext(), parent == null ? null : parent.origin(), startNanos, passesOn());
        }
        return origin;
    }

    final SpanContext spanContext() {
        return span.getSpanContext();
    }

    final String spanId() {
        return span.getSpanContext().getSpanId();
    }

    /** The thread that entered and has not left yet, or null. */
    final Thread thread() {
        WeakReference<Thread> entered = thread;
        return entered == null ? null : entered.get();
    }

    // ---- on the recorder's thread

    /** What is known from the start. At the end, and before that for a span that is written while it is open. */
    abstract void renderStart(SpanWriter out);

    /** What is known at the end. Called once, after {@link #renderStart}. */
    abstract void renderEnd(SpanWriter out);

    /** Whether it is traced work at all, as far as is known once the start was rendered; what is not leaves no trace. */
    boolean counts() {
        return true;
    }

    /** Whether what does not {@linkplain #counts count} while it is open may do so later. */
    boolean mayYetCount() {
        return false;
    }

    /** Whether something is still being told, though the work is over: then it is rendered a moment later. */
    boolean mayLearnMore() {
        return false;
    }

    /** What the span waits for where no child of it is open; null where only its thread knows. */
    String waitsFor() {
        return null;
    }

    /** Whether what comes out of it was put in by others. */
    boolean passesOn() {
        return false;
    }

    /** The model call that asked for this, once the start was rendered; null for none that is known. */
    SpanContext askedBy() {
        return null;
    }

    /** Drops references to the application's objects: contexts that are still carried may hold this operation for long. */
    abstract void release();

    /** Nothing is to be written of it any more: what others may hold of it for long is only who it was. */
    final void letGo() {
        written = true;
        release();
        handed = null;
        lifeline = null;
        span = Span.wrap(span.getSpanContext());
        context = Context.root().with(span);
    }

    /** Whether nothing is to be written of it any more. */
    public final boolean isWritten() {
        return written;
    }

    /** Puts the events onto the span; the last thing before its end. */
    final void renderEvents(SpanWriter out) {
        if (handedOverBy != null) {
            span.addLink(handedOverBy, Attributes.of(Semconv.LINK, "handoff"));
            LlmCall call = decision;
            decision = null;
            out.text(Semconv.TOOL_REASON, call == null ? null : call.said());
            out.flush();
        }
        synchronized (this) {
            if (events != null) {
                events.render(out);
            }
            events = null;
        }
    }

    /** Whether the application stopped it early. On the recorder's thread, after the end. */
    public final boolean wasCancelled() {
        return cancelled;
    }

    /** Whether it ended with an error. On the recorder's thread, after the end. */
    public final boolean threw() {
        return error != null;
    }

    /** Marks the span as failed, or as stopped early by the application. */
    final void renderOutcome() {
        if (cancelled) {
            span.setAttribute(Semconv.CANCELLED, true);
        } else if (error != null) {
            Throwable cause = Errors.cause(error);
            failed(cause.getClass().getName(), cause.getMessage());
        }
    }

    /**
     * As {@link #renderOutcome()}, where there may be an answer: whoever reads no further in one that was over has stopped nothing.
     *
     * @param answer null for none
     * @return whether it was stopped early
     */
    final boolean renderOutcome(ModelResponse answer) {
        boolean stopped = cancelled && (answer == null || !answer.isOver());
        if (stopped || !cancelled) {
            renderOutcome();
        }
        return stopped;
    }

    final void failed(String type, String message) {
        span.setAttribute(Semconv.ERROR_TYPE, type);
        span.setStatus(StatusCode.ERROR, message == null ? type : Masking.mask(message));
    }
}

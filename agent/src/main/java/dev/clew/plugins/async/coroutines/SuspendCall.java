package dev.clew.plugins.async.coroutines;

import dev.clew.context.Current;
import dev.clew.context.Rescuable;
import dev.clew.trace.Operation;
import java.lang.reflect.Field;
import java.util.concurrent.CancellationException;
import kotlin.Result;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.CoroutineStackFrame;

/**
 * One call of a suspend function that is a piece of traced work: it ends with the function, not with the method, which returns
 * each time that the function suspends. A hook on {@code suspend fun ask(question: String): Answer} of {@code Model}:
 *
 * <pre>{@code
 * @Enter static SuspendCall enter(@Arg(0) String question, @Arg(1) Continuation<?> caller) {
 *     Object before = Current.get();
 *     return SuspendCall.isResumed(caller) ? null : new SuspendCall(LlmCall.start(...), before, caller);
 * }
 * @Replace(1) static Continuation<?> replace(@Entered SuspendCall call) { return call; }
 * @Exit static void exit(@Entered SuspendCall call, @Returned Object result, @Threw Throwable error) {
 *     if (call != null) { call.exit(result, error); }
 * }
 * }</pre>
 *
 * <p>The function's own code has the operation current, also after it was resumed on another thread; the caller has back what
 * was current when it called. Subclass to see the result. Any thread.
 */
public class SuspendCall implements Continuation<Object>, CoroutineStackFrame, Rescuable {
    /** With this bit in its label, a state machine calls its own method to go on; without, the method is called anew. */
    private static final int RESUMED = Integer.MIN_VALUE;

    private static final ClassValue<Object> LABELS = new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> type) {
            return label(type);
        }
    };

    private final Operation operation;
    private final Continuation<Object> caller;
    private final CoroutineContext context;
    private final Object callersWork;

    /**
     * @param operation has just been started on this thread, by entering it
     * @param before what was {@linkplain Current#get() current} before that; null for none
     * @param caller the last argument of the function
     */
    @SuppressWarnings("unchecked") // what a continuation takes is known to the function alone
    public SuspendCall(Operation operation, Object before, Continuation<?> caller) {
        this.operation = operation;
        this.callersWork = before;
        this.caller = (Continuation<Object>) caller;
        CoroutineContext of = caller.getContext();
        CoroutineContext carrying = CoroutineWork.replaceIn(of, operation);
        this.context = carrying == null ? of : carrying;
        operation.livesWith(this);
    }

    /** Whether a call of the method goes on with a function that was called before: then it is no new work. */
    public static boolean isResumed(Continuation<?> caller) {
        Object label = caller == null ? null : LABELS.get(caller.getClass());
        try {
            return label instanceof Field && (((Field) label).getInt(caller) & RESUMED) != 0;
        } catch (IllegalAccessException e) {
            return false;
        }
    }

    /** The state machine of a suspend function (not of a lambda) has a label that its function tests; or false. */
    private static Object label(Class<?> type) {
        try {
            Field label = type.getDeclaredField("label");
            label.setAccessible(true);
            return label.getType() == int.class ? label : Boolean.FALSE;
        } catch (NoSuchFieldException | RuntimeException none) {
            return Boolean.FALSE;
        }
    }

    /** The function is done. Called once, before its caller goes on. What it throws is ignored. */
    protected void ended(Object result, Throwable error) {
        if (error instanceof CancellationException) {
            operation.cancel();
        } else {
            operation.end(error);
        }
    }

    /** To be called when the method is left, however. */
    public final void exit(Object returned, Throwable thrown) {
        operation.leave();
        if (thrown != null || returned != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
            end(returned, thrown);
        }
    }

    private void end(Object result, Throwable error) {
        try {
            ended(result, error);
        } catch (Throwable ours) {
            operation.end(error);
        }
    }

    @Override
    public final CoroutineContext getContext() {
        return context;
    }

    @Override
    public final void resumeWith(Object result) {
        boolean failed = result instanceof Result.Failure;
        end(failed ? null : result, failed ? ((Result.Failure) result).exception : null);
        Object here = Current.set(callersWork);
        try {
            caller.resumeWith(result);
        } finally {
            Current.set(here);
        }
    }

    @Override
    public final CoroutineStackFrame getCallerFrame() {
        return caller instanceof CoroutineStackFrame ? (CoroutineStackFrame) caller : null;
    }

    /** Not a line of anyone's code. */
    @Override
    public final StackTraceElement getStackTraceElement() {
        return null;
    }

    @Override
    public final void rescue() {
        operation.rescue();
    }
}

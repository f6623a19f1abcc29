package dev.clew.plugins.async.coroutines;

import dev.clew.context.Current;
import kotlin.coroutines.AbstractCoroutineContextElement;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.ThreadContextElement;

/**
 * What a coroutine works for, as an element of its context: current on each thread that runs the coroutine, for as long as it
 * does. Scopes may share it.
 */
public final class CoroutineWork extends AbstractCoroutineContextElement implements ThreadContextElement<Object> {
    public static final CoroutineContext.Key<CoroutineWork> KEY = new CoroutineContext.Key<>() {};

    /** Null once it was found to be long over: a coroutine may live as long as the JVM. */
    private Object work;

    private CoroutineWork(Object work) {
        super(KEY);
        this.work = work;
    }

    /** The context with {@code work}, null for none, in the place of what it carries; null where it carries just that. */
    public static CoroutineContext replaceIn(CoroutineContext context, Object work) {
        CoroutineWork there = context.get(KEY);
        if (work == null) {
            return there == null ? null : context.minusKey(KEY);
        }
        return there != null && there.work == work ? null : context.plus(new CoroutineWork(work));
    }

    @Override
    public Object updateThreadContext(CoroutineContext context) {
        Object before = Current.set(work);
        if (work != null && Current.carry() == null) {
            work = null;
            Current.set(null);
        }
        return before;
    }

    @Override
    public void restoreThreadContext(CoroutineContext context, Object before) {
        Current.set(before);
    }
}

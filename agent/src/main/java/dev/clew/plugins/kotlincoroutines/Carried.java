package dev.clew.plugins.kotlincoroutines;

import dev.clew.context.Current;
import kotlin.coroutines.AbstractCoroutineContextElement;
import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.ThreadContextElement;

/**
 * What a coroutine works for, as an element of its context: current on each thread that runs the coroutine, for as long as it
 * does. Scopes may share it.
 */
final class Carried extends AbstractCoroutineContextElement implements ThreadContextElement<Object> {
    static final CoroutineContext.Key<Carried> KEY = new CoroutineContext.Key<>() {};

    /** Null once it was found to be long over: a coroutine may live as long as the JVM. */
    private Object work;

    Carried(Object work) {
        super(KEY);
        this.work = work;
    }

    /** The context with {@code work}, null for none, in the place of what it carries; null where it carries just that. */
    static CoroutineContext replaceIn(CoroutineContext context, Object work) {
        Carried there = context.get(KEY);
        if (work == null) {
            return there == null ? null : context.minusKey(KEY);
        }
        return there != null && there.work == work ? null : context.plus(new Carried(work));
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

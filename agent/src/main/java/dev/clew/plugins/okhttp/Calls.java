package dev.clew.plugins.okhttp;

import dev.clew.context.Carry;
import dev.clew.context.Current;
import dev.clew.context.Waiting;

/** Asynchronous calls from when they are enqueued until they run. Both answer what to hand to {@link Carry#leave}. */
final class Calls {
    private Calls() {}

    static Object run(Object call) {
        return Carry.enter(Waiting.take(call));
    }

    /** A pool's own hand-over must take the call's context, not that of the call which has just ended; or none. */
    static Object handOn(Object call) {
        Object work = Waiting.look(call);
        if (work != null) {
            return Carry.enter(work);
        }
        Object another = Current.get();
        if (another != null) {
            Current.set(null);
        }
        return another;
    }
}

package dev.clew.plugins.netty;

import dev.clew.context.Current;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import io.netty.util.concurrent.GenericFutureListener;

/** Unwraps a listener and runs it in its context: Netty logs the class of one that throws. */
@Hook(type = "io.netty.util.concurrent.DefaultPromise", method = "notifyListener0", wakes = Wake.NOTHING)
final class NotifyHook {
    private static final Object NOTHING = new Object();

    private NotifyHook() {}

    @Enter
    static Object enter(@Arg(1) GenericFutureListener<?> listener) {
        if (!(listener instanceof Listeners.Carried)) {
            return null;
        }
        Object before = Current.set(((Listeners.Carried) listener).work);
        return before == null ? NOTHING : before;
    }

    @Replace(1)
    static GenericFutureListener<?> unwrap(@Arg(1) GenericFutureListener<?> listener) {
        return listener instanceof Listeners.Carried ? ((Listeners.Carried) listener).listener : null;
    }

    @Exit
    static void exit(@Entered Object before) {
        if (before != null) {
            Current.set(before == NOTHING ? null : before);
        }
    }
}

package dev.clew.plugins.nettyfutures;

import dev.clew.context.Carry;
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
    private NotifyHook() {}

    @Enter
    static Object enter(@Arg(1) GenericFutureListener<?> listener) {
        return listener instanceof Listeners.Carried ? Carry.enter(((Listeners.Carried) listener).work) : null;
    }

    @Replace(1)
    static GenericFutureListener<?> unwrap(@Arg(1) GenericFutureListener<?> listener) {
        return listener instanceof Listeners.Carried ? ((Listeners.Carried) listener).listener : null;
    }

    @Exit
    static void exit(@Entered Object before) {
        Carry.leave(before);
    }
}

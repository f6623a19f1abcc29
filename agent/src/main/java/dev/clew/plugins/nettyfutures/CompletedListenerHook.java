package dev.clew.plugins.nettyfutures;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import io.netty.util.concurrent.GenericFutureListener;

/** A listener that is added to a future which is completed from the start: it may have to go to the event loop. */
@Hook(
        type = "io.netty.util.concurrent.DefaultPromise",
        method = "notifyListenerWithStackOverFlowProtection",
        wakes = Wake.NOTHING)
final class CompletedListenerHook {
    private CompletedListenerHook() {}

    @Replace(2)
    static GenericFutureListener<?> carry(@Arg(2) GenericFutureListener<?> listener) {
        return Listeners.carry(listener);
    }
}

package dev.clew.plugins.nettyfutures;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.This;
import dev.clew.hook.Wake;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.GenericFutureListener;

/** Finds a listener that waits in its wrapper. Netty holds the lock of the promise. */
@Hook(
        type = "io.netty.util.concurrent.DefaultPromise",
        method = "removeListener0",
        wakes = Wake.NOTHING)
final class RemoveListenerHook {
    private RemoveListenerHook() {}

    @Replace(0)
    static GenericFutureListener<?> find(@This DefaultPromise<?> promise, @Arg(0) GenericFutureListener<?> listener)
            throws IllegalAccessException {
        return Listeners.find(promise, listener);
    }
}

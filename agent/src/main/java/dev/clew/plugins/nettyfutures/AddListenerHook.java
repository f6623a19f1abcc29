package dev.clew.plugins.nettyfutures;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;
import io.netty.util.concurrent.GenericFutureListener;

/** A listener works for what its thread worked for when it was added, whoever completes the future. */
@Hook(
        type = "io.netty.util.concurrent.DefaultPromise",
        method = "addListener0",
        wakes = Wake.NOTHING)
final class AddListenerHook {
    private AddListenerHook() {}

    @Replace(0)
    static GenericFutureListener<?> carry(@Arg(0) GenericFutureListener<?> listener) {
        return Listeners.carry(listener);
    }
}

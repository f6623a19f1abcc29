package dev.clew.plugins.guava;

import dev.clew.hook.Arg;
import dev.clew.hook.Hook;
import dev.clew.hook.Replace;
import dev.clew.hook.Wake;

/** {@code Futures.addCallback}, {@code transform} and all others come down to this. */
@Hook(
        type = "com.google.common.util.concurrent.AbstractFuture",
        method = "addListener",
        params = {"java.lang.Runnable", "java.util.concurrent.Executor"},
        wakes = Wake.NOTHING)
final class AddListenerHook {
    private AddListenerHook() {}

    @Replace(0)
    static Runnable carry(@Arg(0) Runnable listener) {
        return Listener.carry(listener);
    }
}

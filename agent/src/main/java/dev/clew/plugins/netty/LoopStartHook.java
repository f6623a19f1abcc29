package dev.clew.plugins.netty;

import dev.clew.context.Current;
import dev.clew.hook.Enter;
import dev.clew.hook.Entered;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/** The thread of an event loop belongs to nobody, even if the executor that it is taken from carries the context. */
@Hook(
        type = "io.netty.util.concurrent.SingleThreadEventExecutor",
        method = "doStartThread",
        wakes = Wake.NOTHING)
final class LoopStartHook {
    private LoopStartHook() {}

    @Enter
    static Object enter() {
        Object work = Current.get();
        if (work != null) {
            Current.set(null);
        }
        return work;
    }

    @Exit
    static void exit(@Entered Object work) {
        if (work != null) {
            Current.set(work);
        }
    }
}

package dev.clew.plugins.okhttp;

import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/** A call may have to wait until another's thread has room for it: its context waits beside it. */
@Hook(
        type = "okhttp3.Dispatcher",
        method = {"enqueue", "enqueue$okhttp"},
        params = "*",
        wakes = Wake.NOTHING)
final class EnqueueHook {
    private EnqueueHook() {}

    @Enter
    static Object enter(@Arg(0) Object call) {
        Waiting.put(call);
        return null;
    }
}

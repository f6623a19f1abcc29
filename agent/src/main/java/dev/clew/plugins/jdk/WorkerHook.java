package dev.clew.plugins.jdk;

import dev.clew.context.Current;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/** A pool's thread serves everybody: whatever its creator gave it, it starts with nothing. */
@Hook(
        type = "java.util.concurrent.ThreadPoolExecutor",
        method = "runWorker",
        wakes = Wake.NOTHING)
final class WorkerHook {
    private WorkerHook() {}

    @Enter
    static Object enter() {
        if (Current.get() != null) {
            Current.set(null);
        }
        return null;
    }
}

package dev.clew.plugins.jdk;

import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;

/** A task that the application takes back waits no longer. */
@Hook(
        type = "java.util.concurrent.ThreadPoolExecutor",
        method = "remove",
        params = "java.lang.Runnable",
        wakes = Wake.NOTHING)
final class RemoveHook {
    private RemoveHook() {}

    @Exit
    static void exit(@Arg(0) Runnable task, @Returned Object removed) {
        if (Boolean.TRUE.equals(removed)) {
            Waiting.take(task);
        }
    }
}

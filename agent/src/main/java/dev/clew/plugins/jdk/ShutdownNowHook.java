package dev.clew.plugins.jdk;

import dev.clew.context.Waiting;
import dev.clew.hook.Exit;
import dev.clew.hook.Hook;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import java.util.List;

/** Tasks that the application gets back wait no longer. */
@Hook(
        type = "java.util.concurrent.ThreadPoolExecutor",
        method = "shutdownNow",
        params = {},
        wakes = Wake.NOTHING)
final class ShutdownNowHook {
    private ShutdownNowHook() {}

    @Exit
    static void exit(@Returned Object tasks) {
        if (tasks instanceof List && !Waiting.isEmpty()) {
            for (Object task : (List<?>) tasks) {
                Waiting.take(task);
            }
        }
    }
}

package dev.clew.plugins.jdk;

import dev.clew.hook.Hook;
import dev.clew.hook.ReplaceReturned;
import dev.clew.hook.Returned;
import dev.clew.hook.Wake;
import java.util.List;

/** {@code shutdownNow()} hands back the tasks that the application handed in. */
@Hook(type = "java.util.concurrent.ThreadPoolExecutor", method = "shutdownNow", params = {}, wakes = Wake.NOTHING)
final class ShutdownNowHook {
    private ShutdownNowHook() {}

    @ReplaceReturned
    static List<Runnable> unwrap(@Returned List<Runnable> waiting) {
        if (waiting != null) {
            waiting.replaceAll(task -> (Runnable) Carry.unwrap(task));
        }
        return null;
    }
}

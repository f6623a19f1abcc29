package dev.clew.plugins.jdkfutures;

import dev.clew.context.Waiting;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** A fork below a task: whoever steals it works for the one who forked it. Parallel streams fork too. */
@Hook(
        type = "java.util.concurrent.ForkJoinTask",
        method = "fork",
        params = {},
        wakes = Wake.NOTHING)
final class ForkHook {
    private ForkHook() {}

    @Enter
    static Object enter(@This Object task) {
        Waiting.put(task);
        return null;
    }
}

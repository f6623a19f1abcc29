package dev.clew.plugins.threads;

import dev.clew.context.Current;
import dev.clew.context.Never;
import dev.clew.context.Waiting;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.This;
import dev.clew.hook.Wake;

/** A thread of the application works for the one that started it. */
@Hook(
        type = "java.lang.Thread",
        method = "start",
        params = {},
        wakes = Wake.NOTHING)
final class StartHook {
    private StartHook() {}

    @Enter
    static Object enter(@This Thread thread) {
        if (Current.get() != null && isApplications(thread) && !Never.isNamed(thread.getName())) {
            Waiting.put(thread);
        }
        return null;
    }

    /** What the JDK makes for itself has a run method that is not woven. */
    private static boolean isApplications(Thread thread) {
        return thread.getClass() == Thread.class || thread.getClass().getClassLoader() != null;
    }
}

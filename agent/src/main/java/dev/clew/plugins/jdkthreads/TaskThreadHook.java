package dev.clew.plugins.jdkthreads;

import dev.clew.context.Waiting;
import dev.clew.hook.Arg;
import dev.clew.hook.Enter;
import dev.clew.hook.Hook;
import dev.clew.hook.Wake;

/**
 * A thread for one task, since JDK 21: the application's own factory makes it and sees the very task, so the context waits for
 * the thread. A virtual one has its context already.
 */
@Hook(
        type = "java.util.concurrent.ThreadPerTaskExecutor",
        method = "start",
        params = "java.lang.Thread",
        wakes = Wake.NOTHING)
final class TaskThreadHook {
    private TaskThreadHook() {}

    @Enter
    static Object enter(@Arg(0) Thread thread) {
        if (!isVirtual(thread)) {
            Waiting.put(thread);
        }
        return null;
    }

    /** Such a thread carries by itself, and has no run method to take a context in; JDK 17 knows none. */
    private static boolean isVirtual(Object thread) {
        String name = thread.getClass().getName();
        return name.equals("java.lang.VirtualThread") || name.startsWith("java.lang.ThreadBuilders$");
    }
}

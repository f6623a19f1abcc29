package dev.clew.weave;

import dev.clew.context.Current;
import java.util.concurrent.FutureTask;

/** Whether hand-over really works in this JVM: {@code doctor} asks, after BlockHound's example. */
final class SelfTest {
    private SelfTest() {}

    static String run() {
        Object probe = new Object();
        Object[] seen = new Object[1];
        Object before = Current.set(probe);
        FutureTask<Object> task;
        try {
            task = new FutureTask<>(() -> seen[0] = Current.get(), null);
        } finally {
            Current.set(before);
        }
        Thread thread = Helper.daemon("self-test", task);
        thread.start();
        try {
            task.get();
        } catch (Exception e) {
            return "failed: " + e;
        }
        return seen[0] == probe
                ? "a task carries its context to another thread"
                : "FAILED: a task lost its context on the way to another thread; see the hooks of 'jdk' below";
    }
}

package dev.clew.weave;

import java.security.AccessController;
import java.security.PrivilegedAction;

/** Threads of ours: daemons that keep nothing of the application's alive. */
public final class Helper {
    private Helper() {}

    /** Runs {@code work} on a new daemon thread named {@code clew-<name>}; what it throws goes to the reports. */
    public static Thread run(String name, Runnable work) {
        Thread thread = daemon(name, () -> {
            try {
                work.run();
            } catch (Throwable t) {
                Reports.add(name + " failed: " + t);
            }
        });
        thread.start();
        return thread;
    }

    /** A daemon, not started, that inherits no thread-locals and no class loader of the thread that makes it. */
    @SuppressWarnings("removal") // up to JDK 23, each thread keeps the domains, hence the loaders, of those on the stack that made it
    public static Thread daemon(String name, Runnable work) {
        try {
            return AccessController.doPrivileged(new PrivilegedAction<Thread>() {
                @Override
                public Thread run() {
                    return make(name, work);
                }
            });
        } catch (LinkageError noneAnyMore) {
            return make(name, work);
        }
    }

    private static Thread make(String name, Runnable work) {
        ThreadGroup top = Thread.currentThread().getThreadGroup();
        while (top.getParent() != null) {
            top = top.getParent();
        }
        Thread thread = new Thread(top, work, "clew-" + name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    }
}

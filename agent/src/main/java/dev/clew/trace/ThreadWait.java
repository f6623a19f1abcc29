package dev.clew.trace;

/** What a thread is doing, in one line: its state and the topmost frame that is not the JDK's. */
final class ThreadWait {
    private ThreadWait() {}

    static String of(Thread thread) {
        Thread.State state = thread.getState();
        StackTraceElement[] stack = thread.getStackTrace();
        if (stack.length == 0) {
            return "thread " + thread.getName() + ", " + state.name().toLowerCase(java.util.Locale.ROOT);
        }
        String at = stack[0].getClassName() + '.' + stack[0].getMethodName();
        for (StackTraceElement frame : stack) {
            String name = frame.getClassName();
            if (!name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun.")) {
                at = name + '.' + frame.getMethodName() + ':' + frame.getLineNumber();
                break;
            }
        }
        return "thread " + thread.getName() + ", " + state.name().toLowerCase(java.util.Locale.ROOT) + " at " + at;
    }
}

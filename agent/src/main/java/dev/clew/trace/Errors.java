package dev.clew.trace;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What an error is once the wrappers that carry it between threads, and through a servlet container, are taken off. */
final class Errors {
    private static final int DEPTH = 8;

    private Errors() {}

    static Throwable cause(Throwable thrown) {
        Throwable t = thrown;
        for (int i = 0; i < DEPTH && t.getCause() != null && isWrapper(t); i++) {
            t = t.getCause();
        }
        return t;
    }

    /** What a servlet may throw: frameworks put a controller's own into it. */
    private static boolean isServlets(String type) {
        return type.equals("jakarta.servlet.ServletException") || type.equals("javax.servlet.ServletException");
    }

    private static boolean isWrapper(Throwable t) {
        return t instanceof CompletionException
                || t instanceof ExecutionException
                || t instanceof InvocationTargetException
                || t instanceof UndeclaredThrowableException
                || isServlets(t.getClass().getName());
    }
}

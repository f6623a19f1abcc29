package com.example.sdk;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Does one thing after the other and prints what the application gets to see of it, a line each. A line's name is the model that is asked for. */
final class Cases {
    /** Of no provider's shape, so that nothing but our own care keeps it out of what is recorded. */
    static final String KEY = "clewtest-the-one-that-must-not-be-seen";

    private Cases() {}

    static void say(String model, Callable<String> what) {
        String told;
        try {
            told = what.call();
        } catch (Throwable thrown) {
            told = told(thrown);
        }
        System.out.println(model + ' ' + told.replace("\n", "|").replaceAll(":\\d{4,5}\\b", ":port"));
    }

    private static String told(Throwable thrown) {
        Throwable t = thrown;
        while ((t instanceof CompletionException || t instanceof ExecutionException) && t.getCause() != null) {
            t = t.getCause();
        }
        return t.toString();
    }

    /** Libraries leave threads behind. */
    static void done() {
        System.out.println("done");
        System.exit(0);
    }
}

package dev.clew.plugins.async;

import dev.clew.context.Current;

/** Classes that make a task of their own when they are initialised, which stands for "done" or "cancelled" ever after. */
public final class Sentinels {
    private Sentinels() {}

    /** Has these classes initialised now, for nothing: else the first work that needs them would be held for ever. */
    public static void initialise(ClassLoader loader, String... classes) {
        Object before = Current.set(null);
        try {
            for (String name : classes) {
                try {
                    Class.forName(name, true, loader);
                } catch (ClassNotFoundException | LinkageError notInThisVersion) {
                    // or broken without us too
                }
            }
        } finally {
            Current.set(before);
        }
    }
}

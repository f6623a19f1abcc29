package dev.clew.weave;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/** The last application classes that were seen and did not match: a subclass is seen before the class it extends. */
final class Recent {
    private static final int SIZE = 64;
    private final Seen[] ring = new Seen[SIZE];
    private int next;

    static final class Seen {
        final WeakReference<ClassLoader> loader;
        final String name;
        final String[] supers;

        Seen(ClassLoader loader, String name, String[] supers) {
            this.loader = new WeakReference<>(loader);
            this.name = name;
            this.supers = supers;
        }
    }

    synchronized void saw(ClassLoader loader, String name, String[] supers) {
        if (supers.length == 1 && supers[0].startsWith("java/")) {
            return;
        }
        ring[next++ % SIZE] = new Seen(loader, name, supers);
    }

    synchronized List<Seen> extending(String parent) {
        List<Seen> found = new ArrayList<>();
        for (Seen seen : ring) {
            if (seen != null && List.of(seen.supers).contains(parent)) {
                found.add(seen);
            }
        }
        return found;
    }
}

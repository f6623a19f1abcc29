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

        Seen(WeakReference<ClassLoader> loader, String name, String[] supers) {
            this.loader = loader;
            this.name = name;
            this.supers = supers;
        }
    }

    /** @param before entries of the Gate's: weak reference to the loader, name, supertypes; null where there is none */
    @SuppressWarnings("unchecked") // the Gate is in another loader: plain objects are what both know
    Recent(Object[][] before) {
        synchronized (before) {
            for (Object[] entry : before) {
                if (entry != null) {
                    ring[next++ % SIZE] = new Seen((WeakReference<ClassLoader>) entry[0], (String) entry[1], (String[]) entry[2]);
                }
            }
        }
    }

    synchronized void saw(ClassLoader loader, String name, String[] supers) {
        if (supers.length == 1 && supers[0].startsWith("java/")) {
            return;
        }
        ring[next++ % SIZE] = new Seen(new WeakReference<>(loader), name, supers);
    }

    /** What extends it, and what extends that: each after what it extends. */
    synchronized List<Seen> extending(String parent) {
        List<Seen> found = new ArrayList<>();
        addExtending(parent, found);
        for (int i = 0; i < found.size(); i++) {
            addExtending(found.get(i).name, found);
        }
        return found;
    }

    private void addExtending(String parent, List<Seen> found) {
        for (Seen seen : ring) {
            if (seen != null && !found.contains(seen) && List.of(seen.supers).contains(parent)) {
                found.add(seen);
            }
        }
    }
}

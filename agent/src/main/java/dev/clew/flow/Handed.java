package dev.clew.flow;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The objects that one piece of work was given and that it gave, in that order, held weakly: nothing of the application's is kept.
 * Any thread.
 */
public final class Handed {
    /** Of more, the first are known. */
    private static final int MOST = 256;

    /** One hand-over; whether there is anything to tell the object by is seen to later. */
    record One(WeakReference<Object> object, boolean given, long at) {}

    private final List<One> all = new ArrayList<>(4);
    private int noted;

    /**
     * The work was given this.
     *
     * @param at on the clock of its {@link Origin}
     */
    public void took(Object object, long at) {
        add(object, false, at);
    }

    /** The work gave this, as its answer or on its way. */
    public void gave(Object object, long at) {
        add(object, true, at);
    }

    private void add(Object object, boolean given, long at) {
        if (object == null || object instanceof Boolean || object instanceof Enum<?>) {
            return;
        }
        One one = new One(new WeakReference<>(object), given, at);
        synchronized (this) {
            if (all.size() < MOST) {
                all.add(one);
            }
        }
    }

    /** What came since this was asked last. */
    synchronized List<One> fresh() {
        List<One> fresh = List.copyOf(all.subList(noted, all.size()));
        noted = all.size();
        return fresh;
    }

    synchronized List<One> all() {
        return List.copyOf(all);
    }
}

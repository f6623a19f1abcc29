package dev.clew.flow;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which piece of work gave an object, and which was given it, in one trace: known again by being the very same, and never held.
 * An object that somebody was given before anybody gave it came from outside; one that two gave, the second without having been
 * given it, is a constant: neither says who fed whom.
 */
final class Things {
    private static final int MOST = 2048;
    private static final int USES = 32;

    /** One use of one object. */
    private record Use(Origin by, boolean given, long at) {}

    private static final class Thing {
        private final WeakReference<Object> object;
        private final Thing next;
        /** By time. */
        private final List<Use> uses = new ArrayList<>(3);
        /** Nobody else has it by chance. */
        private boolean telling;

        private boolean crowded;

        private Thing(Object object, Thing next, boolean telling) {
            this.object = new WeakReference<>(object);
            this.next = next;
            this.telling = telling;
        }

        private void add(Use use) {
            if (uses.size() == USES) {
                crowded |= use.given;
                return;
            }
            int i = uses.size();
            while (i > 0 && uses.get(i - 1).at > use.at) {
                i--;
            }
            uses.add(i, use);
        }

        /** The last that gave it before, and is neither part of that work nor holds it; null for none that is known for sure. */
        private Origin giver(Origin work, long at) {
            Origin last = null;
            for (int i = 0; i < uses.size(); i++) {
                Use use = uses.get(i);
                if (!use.given && last == null && isFirst(i) || use.given && !isPassedOn(i)) {
                    return null;
                }
                if (use.given && use.at <= at && !use.by.holds(work) && !work.holds(use.by)) {
                    last = use.by;
                }
            }
            return crowded ? null : last;
        }

        /** Whether nobody gave it before. */
        private boolean isFirst(int use) {
            for (int i = 0; i < use; i++) {
                if (uses.get(i).given) {
                    return false;
                }
            }
            return true;
        }

        /** Whether whoever gave it had it from where it came from, or was the first. */
        private boolean isPassedOn(int use) {
            Origin by = uses.get(use).by;
            Origin first = null;
            for (int i = 0; i < use; i++) {
                Use before = uses.get(i);
                first = first == null && before.given ? before.by : first;
                boolean had = before.given ? by.holds(before.by)
                        : by.holds(before.by) || before.by.holds(by) && first != null && !before.by.holds(first);
                if (had) {
                    return true;
                }
            }
            return first == null;
        }
    }

    private final Map<Integer, Thing> byHash = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Thing> eldest) {
            return size() > MOST;
        }
    };

    /** Bytes that it takes, roughly. */
    long bytes() {
        return 256L * byHash.size();
    }

    void took(Origin work, Object object, long at) {
        Thing thing = find(object);
        if (thing == null && isTelling(object)) {
            thing = add(object, !(object instanceof String));
        }
        if (thing != null) {
            thing.add(new Use(work, false, at));
        }
    }

    /** Who gave this to that work; null where that is not known for sure. */
    Origin giver(Origin work, Object object, long at) {
        Thing thing = find(object);
        return thing == null ? null : thing.giver(work, at);
    }

    /** @param made whether it was made by that work for sure, of a text that it read from elsewhere */
    void gave(Origin work, Object object, long at, boolean made) {
        Thing thing = find(object);
        if (thing == null && isTelling(object)) {
            thing = add(object, made || !(object instanceof String));
        }
        if (thing != null) {
            thing.telling |= made;
            thing.add(new Use(work, true, at));
        }
    }

    /** Whether that very work gave it, among others. */
    boolean hasGiven(Origin work, Object object) {
        Thing thing = find(object);
        for (int i = 0; thing != null && i < thing.uses.size(); i++) {
            if (thing.uses.get(i).given && thing.uses.get(i).by == work) {
                return true;
            }
        }
        return false;
    }

    /** Whether the object alone is evidence. */
    boolean suffices(Object object) {
        Thing thing = find(object);
        return thing != null && thing.telling;
    }

    private static boolean isTelling(Object object) {
        return object instanceof String text ? !text.isBlank() : Identity.isTelling(object);
    }

    private Thing find(Object object) {
        Thing thing = byHash.isEmpty() ? null : byHash.get(System.identityHashCode(object));
        while (thing != null && thing.object.get() != object) {
            thing = thing.next;
        }
        return thing;
    }

    private Thing add(Object object, boolean telling) {
        int hash = System.identityHashCode(object);
        Thing next = byHash.get(hash);
        Thing thing = new Thing(object, next == null || next.object.get() == null ? null : next, telling);
        byHash.put(hash, thing);
        return thing;
    }
}

package dev.clew.trace;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of the memories of this JVM, so that a read can be told what is new in it and who wrote it; the recorder's thread
 * alone. Of many, those that nobody has used for longest are forgotten whole: half of what happened would be a wrong answer.
 */
final class MemoryTrail {
    /** Entries of all memories together. */
    private static final int KEPT = 16_384;
    /** Of which most may be empty: a conversation a request, say. */
    private static final int MEMORIES_KEPT = 4096;

    private static final Map<String, Remembered> MEMORIES = new LinkedHashMap<>(16, 0.75f, true);

    private static final Map<Place, Long> PLACES = new HashMap<>();
    private static final ReferenceQueue<Object> GONE = new ReferenceQueue<>();
    private static long places;
    private static int kept;

    /** An object by its identity: its own equals is the application's code. */
    private static final class Place extends WeakReference<Object> {
        private final int hash;

        private Place(Object object, ReferenceQueue<Object> gone) {
            super(object, gone);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof Place && get() != null && get() == ((Place) other).get();
        }
    }

    private MemoryTrail() {}

    /**
     * The memory with that id, in that object where that is known.
     *
     * @return null where nothing tells this memory from all others
     */
    static Remembered of(Object place, String store) {
        for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
            PLACES.remove(gone);
        }
        if (place == null && store == null) {
            return null;
        }
        String name = place == null ? '/' + store : number(place) + "/" + store;
        Remembered memory = MEMORIES.get(name);
        if (memory == null) {
            memory = new Remembered();
            MEMORIES.put(name, memory);
        }
        return memory;
    }

    private static Long number(Object place) {
        Long number = PLACES.get(new Place(place, null));
        if (number == null) {
            number = ++places;
            PLACES.put(new Place(place, GONE), number);
        }
        return number;
    }

    /** How many memories are known. */
    static int memories() {
        return MEMORIES.size();
    }

    /** To be said after each change: counts it, and makes room. */
    static void changed(Remembered memory) {
        kept += memory.grown();
        Iterator<Remembered> eldest = MEMORIES.values().iterator();
        while ((kept > KEPT || MEMORIES.size() > MEMORIES_KEPT) && eldest.hasNext()) {
            Remembered least = eldest.next();
            if (least != memory) {
                kept -= least.size();
                eldest.remove();
            }
        }
    }
}

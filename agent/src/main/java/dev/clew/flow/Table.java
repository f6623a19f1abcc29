package dev.clew.flow;

import java.util.Arrays;

/** From a hash to the places it was seen at, the newest first; open addressing, no object a place. */
final class Table {
    private static final int NONE = -1;
    /** Of a place: its source, its position, the place of the same hash before it. */
    private static final int FIELDS = 3;

    private static final long HASH = 0xffffffff00000000L;

    /** The upper half of a hash, and the newest place plus one; 0 where nothing is. */
    private long[] slots;
    private int size;
    private int[] all;
    private int used;

    /** A bit a hash of 8 a slot: most lookups end here, in memory that stays in the processor. */
    private long[] maybe;

    Table(int expected) {
        int length = Integer.highestOneBit(Math.max(expected, 32)) << 1;
        slots = new long[length];
        maybe = new long[length >> 3];
        all = new int[FIELDS * (length >> 1)];
    }

    /** Makes room for more at once. */
    void expect(int more) {
        if ((size + more) * 4 > slots.length * 3) {
            grow(Integer.highestOneBit((size + more) * 4 / 3) << 1);
        }
    }

    void add(long hash, int source, int position) {
        addMixed(mix(hash), source, position);
    }

    private void addMixed(long key, int source, int position) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            if (++size * 4 > slots.length * 3) {
                size--;
                grow(2 * slots.length);
                addMixed(key, source, position);
                return;
            }
            maybe[(int) (key >>> 6) & maybe.length - 1] |= 1L << (int) key;
        }
        if (used == all.length) {
            all = Arrays.copyOf(all, 2 * used);
        }
        all[used] = source;
        all[used + 1] = position;
        all[used + 2] = (int) slots[slot] - 1;
        slots[slot] = key & HASH | used + 1;
        used += FIELDS;
    }

    /** The newest place of a hash, or -1. */
    int first(long hash) {
        long key = mix(hash);
        if ((maybe[(int) (key >>> 6) & maybe.length - 1] & 1L << (int) key) == 0) {
            return NONE;
        }
        return (int) slots[slot(key)] - 1;
    }

    int next(int place) {
        return all[place + 2];
    }

    int source(int place) {
        return all[place];
    }

    int position(int place) {
        return all[place + 1];
    }

    /** Copies the places in sources from the given one on, which gets number 0 there. */
    void copyTo(Table other, int firstSource) {
        for (long slot : slots) {
            if (slot != 0) {
                copy(other, slot, firstSource);
            }
        }
    }

    /** The oldest first, so that the order stays; as many as were looked at before. */
    private void copy(Table other, long slot, int firstSource) {
        int[] newest = new int[64];
        int count = 0;
        for (int place = (int) slot - 1; place != NONE && count < newest.length; place = next(place)) {
            if (source(place) >= firstSource) {
                newest[count++] = place;
            }
        }
        while (count > 0) {
            int place = newest[--count];
            other.addMixed(slot & HASH | lower(slot), source(place) - firstSource, position(place));
        }
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        return slots.length * 8L + all.length * 4L + maybe.length * 8L;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) (key >>> 32) & mask;
        while (slots[slot] != 0 && (slots[slot] ^ key & HASH) >>> 32 != 0) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow(int length) {
        long[] old = slots;
        slots = new long[length];
        maybe = new long[length >> 3];
        for (long full : old) {
            if (full != 0) {
                long key = full & HASH | lower(full);
                maybe[(int) (key >>> 6) & maybe.length - 1] |= 1L << (int) key;
                slots[slot(key)] = full;
            }
        }
    }

    private static long lower(long upper) {
        return upper >>> 32;
    }

    /** Its lower half can be told from its upper one. */
    private static long mix(long hash) {
        long h = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return h & HASH | h >>> 32;
    }
}

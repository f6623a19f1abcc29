package dev.clew.flow;

import java.util.Arrays;

/** From a hash to the places it was seen at, the newest first; open addressing, no object a place. */
final class Table {
    private static final int NONE = -1;
    /** Of a place: its source, its position, the place of the same hash before it. */
    private static final int FIELDS = 3;

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
        add(mix(hash), source, position);
    }

    /** @param key a hash that is good in all its bits */
    void add(int key, int source, int position) {
        int slot = slot(key);
        if (slots[slot] == 0) {
            if (++size * 4 > slots.length * 3) {
                size--;
                grow(2 * slots.length);
                add(key, source, position);
                return;
            }
            maybe[key >>> 6 & maybe.length - 1] |= 1L << key;
        }
        if (used == all.length) {
            all = Arrays.copyOf(all, 2 * used);
        }
        all[used] = source;
        all[used + 1] = position;
        all[used + 2] = (int) slots[slot] - 1;
        slots[slot] = (long) key << 32 | used + 1;
        used += FIELDS;
    }

    /** The newest place of a hash, or -1. */
    int first(long hash) {
        return first(mix(hash));
    }

    int first(int key) {
        if ((maybe[key >>> 6 & maybe.length - 1] & 1L << key) == 0) {
            return NONE;
        }
        return (int) slots[slot(key)] - 1;
    }

    /** Which of so many keys may be there: their numbers, and how many. Without a branch, since most are not. */
    int candidates(int[] keys, int count, int[] into) {
        long[] bits = maybe;
        int found = 0;
        for (int i = 0; i < count; i++) {
            into[found] = i;
            found += (int) (bits[keys[i] >>> 6 & bits.length - 1] >>> keys[i]) & 1;
        }
        return found;
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
            other.add((int) (slot >>> 32), source(place) - firstSource, position(place));
        }
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        return slots.length * 8L + all.length * 4L + maybe.length * 8L;
    }

    private int slot(int key) {
        int mask = slots.length - 1;
        int slot = key & mask;
        while (slots[slot] != 0 && (int) (slots[slot] >>> 32) != key) {
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
                int key = (int) (full >>> 32);
                maybe[key >>> 6 & maybe.length - 1] |= 1L << key;
                slots[slot(key)] = full;
            }
        }
    }

    private static int mix(long hash) {
        return (int) ((hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L >>> 32);
    }
}

package dev.clew.flow;

import java.util.Arrays;

/** From a hash to the places it was seen at, the newest first; open addressing, no object a place. */
final class Table {
    private static final int NONE = -1;

    private long[] keys;
    private int[] heads;
    private int size;

    private int[] sources;
    private int[] positions;
    private int[] next;
    private int places;

    /** A bit a key of 16 a slot: most lookups end here, in memory that stays in the processor. */
    private long[] maybe;

    Table(int expected) {
        keys = new long[Integer.highestOneBit(Math.max(expected, 8)) << 1];
        heads = new int[keys.length];
        Arrays.fill(heads, NONE);
        maybe = new long[keys.length / 4];
        sources = new int[keys.length / 2];
        positions = new int[keys.length / 2];
        next = new int[keys.length / 2];
    }

    void add(long hash, int source, int position) {
        addMixed(mix(hash), source, position);
    }

    private void note(long key) {
        maybe[(int) (key >>> 6) & maybe.length - 1] |= 1L << (int) key;
    }

    private void addMixed(long key, int source, int position) {
        note(key);
        int slot = slot(key);
        if (heads[slot] == NONE) {
            keys[slot] = key;
            if (++size * 2 > keys.length) {
                size--;
                grow();
                addMixed(key, source, position);
                return;
            }
        }
        if (places == sources.length) {
            sources = Arrays.copyOf(sources, 2 * places);
            positions = Arrays.copyOf(positions, 2 * places);
            next = Arrays.copyOf(next, 2 * places);
        }
        sources[places] = source;
        positions[places] = position;
        next[places] = heads[slot];
        heads[slot] = places++;
    }

    /** The newest place of a hash, or -1. */
    int first(long hash) {
        long key = mix(hash);
        if ((maybe[(int) (key >>> 6) & maybe.length - 1] & 1L << (int) key) == 0) {
            return NONE;
        }
        int slot = slot(key);
        return heads[slot];
    }

    int next(int place) {
        return next[place];
    }

    int source(int place) {
        return sources[place];
    }

    int position(int place) {
        return positions[place];
    }

    /** Copies the places in sources from the given one on, which gets number 0 there. */
    void copyTo(Table other, int firstSource) {
        for (int slot = 0; slot < keys.length; slot++) {
            copy(other, keys[slot], heads[slot], firstSource);
        }
    }

    /** The oldest first, so that the order stays; as many as were looked at before. */
    private void copy(Table other, long key, int head, int firstSource) {
        int[] newest = new int[64];
        int count = 0;
        for (int place = head; place != NONE && count < newest.length; place = next[place]) {
            if (sources[place] >= firstSource) {
                newest[count++] = place;
            }
        }
        while (count > 0) {
            int place = newest[--count];
            other.addMixed(key, sources[place] - firstSource, positions[place]);
        }
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        return keys.length * 12L + sources.length * 12L + maybe.length * 8L;
    }

    private int slot(long key) {
        int slot = (int) (key >>> 32) & keys.length - 1;
        while (heads[slot] != NONE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldHeads = heads;
        keys = new long[2 * oldKeys.length];
        heads = new int[keys.length];
        Arrays.fill(heads, NONE);
        maybe = new long[keys.length / 4];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldHeads[i] != NONE) {
                note(oldKeys[i]);
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                heads[slot] = oldHeads[i];
            }
        }
    }

    private static long mix(long hash) {
        long h = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return h ^ h >>> 32;
    }
}

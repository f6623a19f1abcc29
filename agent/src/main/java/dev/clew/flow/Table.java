package dev.clew.flow;

import java.util.Arrays;

/** From a key to the places it was seen at, the newest first. A key is good in its upper bits. To put one in there is no branch. */
final class Table {
    /** Of a place: its key, the place before it with the same upper bits, its source, its position. */
    private static final int FIELDS = 4;

    private static final int NONE = -1;
    private static final int LEAST = 6;
    /** Bits of the filter for each head, as a power of two: most lookups end here, in memory that stays in the processor. */
    private static final int BITS_A_HEAD = 4;

    /** The upper bits of a key are a head: the number of the newest place, or 0. */
    private int[] heads;
    /** How many bits are not of a head, and how many not of the filter. */
    private int headShift;

    private int bitShift;
    private long[] maybe;
    private int[] all;
    private int used;

    Table() {
        all = new int[FIELDS << LEAST];
        heads(LEAST);
    }

    private void heads(int bits) {
        heads = new int[1 << bits];
        headShift = Integer.SIZE - bits;
        bitShift = headShift - BITS_A_HEAD;
        maybe = new long[1 << bits + BITS_A_HEAD - 6];
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** Makes room for more. */
    void expect(int more) {
        int needed = used + more;
        if (needed * FIELDS > all.length) {
            all = Arrays.copyOf(all, Math.max(needed * FIELDS, all.length + (all.length >> 1)));
        }
        if (needed > heads.length) {
            heads(Integer.SIZE + 1 - Integer.numberOfLeadingZeros(needed)); // to link all anew costs more than the room
            for (int i = 0; i < used; i++) {
                link(i);
            }
        }
    }

    private void link(int place) {
        int key = all[place * FIELDS];
        all[place * FIELDS + 1] = heads[key >>> headShift];
        heads[key >>> headShift] = place + 1;
        int bit = key >>> bitShift;
        maybe[bit >>> 6] |= 1L << bit;
    }

    /** There is room, see {@link #expect}. What one source has again and again is of its form: the first two places are kept. */
    void addNew(int key, int source, int position) {
        int newest = heads[key >>> headShift];
        if (newest != 0 && isOf(newest, key, source)) {
            int before = all[(newest - 1) * FIELDS + 1];
            if (before != 0 && isOf(before, key, source)) {
                return;
            }
        }
        add(key, source, position);
    }

    private boolean isOf(int number, int key, int source) {
        int at = (number - 1) * FIELDS;
        return all[at] == key && all[at + 2] == source;
    }

    /** There is room, see {@link #expect}. */
    void add(int key, int source, int position) {
        int at = used * FIELDS;
        all[at] = key;
        all[at + 2] = source;
        all[at + 3] = position;
        link(used++);
    }

    /** The newest place of a key, or -1. */
    int first(int key) {
        int bit = key >>> bitShift;
        return (maybe[bit >>> 6] & 1L << bit) == 0 ? NONE : of(key, heads[key >>> headShift]);
    }

    /** The place of the same key before this one, or -1. */
    int next(int place) {
        return of(all[place], all[place + 1]);
    }

    private int of(int key, int newest) {
        int number = newest;
        while (number != 0 && all[(number - 1) * FIELDS] != key) {
            number = all[(number - 1) * FIELDS + 1];
        }
        return (number - 1) * FIELDS;
    }

    int source(int place) {
        return all[place + 2];
    }

    int position(int place) {
        return all[place + 3];
    }

    /** Which of so many keys may be there: their numbers, and how many. Without a branch, since most are not. */
    int candidates(int[] keys, int count, int[] into) {
        if (used == 0) {
            return 0;
        }
        long[] bits = maybe;
        int shift = bitShift;
        int found = 0;
        for (int i = 0; i < count; i++) {
            int bit = keys[i] >>> shift;
            into[found] = i;
            found += (int) (bits[bit >>> 6 & bits.length - 1] >>> bit) & 1;
        }
        return found;
    }

    /** The same for those of which one of two keys may be there. */
    int candidates(int[] keys, int[] others, int count, int[] into) {
        if (used == 0) {
            return 0;
        }
        long[] bits = maybe;
        int shift = bitShift;
        int found = 0;
        for (int i = 0; i < count; i++) {
            int bit = keys[i] >>> shift;
            int other = others[i] >>> shift;
            into[found] = i;
            found += (int) (bits[bit >>> 6 & bits.length - 1] >>> bit | bits[other >>> 6 & bits.length - 1] >>> other) & 1;
        }
        return found;
    }

    /** The places in sources from the given one on, which gets number 0 there. */
    Table from(int firstSource) {
        Table other = new Table();
        for (int i = 0; i < used * FIELDS; i += FIELDS) {
            if (source(i) >= firstSource) {
                other.expect(1);
                other.add(all[i], source(i) - firstSource, position(i));
            }
        }
        return other;
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        return heads.length * 4L + all.length * 4L + maybe.length * 8L;
    }
}

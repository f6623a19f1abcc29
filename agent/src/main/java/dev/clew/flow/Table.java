package dev.clew.flow;

import java.util.Arrays;

/** From a key to the places it was seen at, the newest first. A key is good in its upper bits. To put one in there is no branch. */
final class Table {
    /** Of a place: its key, the place before it with the same upper bits, its source, its position. */
    private static final int FIELDS = 4;

    private static final int KEY = 0;
    private static final int BEFORE = 1;
    private static final int SOURCE = 2;
    private static final int POSITION = 3;

    private static final int PIECE_BITS = 9;
    private static final int PIECE = 1 << PIECE_BITS;
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
    /** In pieces: to copy all that there is for a few more costs as much as to find it. */
    private int[][] all = new int[4][];

    private int used;

    Table() {
        all[0] = new int[FIELDS << LEAST];
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
        if (needed > PIECE || needed * FIELDS > all[0].length) {
            pieces(needed);
        }
        if (needed > heads.length) {
            heads(Integer.SIZE + 1 - Integer.numberOfLeadingZeros(needed)); // to link all anew costs more than the room
            for (int i = 0; i < used; i++) {
                link(i);
            }
        }
    }

    private void pieces(int needed) {
        if (all[0].length < FIELDS * PIECE) {
            all[0] = Arrays.copyOf(all[0], FIELDS * Math.min(PIECE, Math.max(needed, all[0].length / FIELDS * 2)));
        }
        int last = needed - 1 >>> PIECE_BITS;
        if (last >= all.length) {
            all = Arrays.copyOf(all, last * 2);
        }
        for (int i = last; i > 0 && all[i] == null; i--) {
            all[i] = new int[FIELDS * PIECE];
        }
    }

    private int get(int place, int field) {
        return all[place >>> PIECE_BITS][(place & PIECE - 1) * FIELDS + field];
    }

    private void link(int place) {
        int[] piece = all[place >>> PIECE_BITS];
        int at = (place & PIECE - 1) * FIELDS;
        int key = piece[at];
        piece[at + BEFORE] = heads[key >>> headShift];
        heads[key >>> headShift] = place + 1;
        int bit = key >>> bitShift;
        maybe[bit >>> 6] |= 1L << bit;
    }

    /** There is room, see {@link #expect}. What one source has again and again is of its form: the first two places are kept. */
    void addNew(int key, int source, int position) {
        int newest = heads[key >>> headShift];
        if (newest != 0 && isOf(newest, key, source)) {
            int before = get(newest - 1, BEFORE);
            if (before != 0 && isOf(before, key, source)) {
                return;
            }
        }
        add(key, source, position);
    }

    private boolean isOf(int number, int key, int source) {
        return get(number - 1, KEY) == key && get(number - 1, SOURCE) == source;
    }

    /** There is room, see {@link #expect}. */
    void add(int key, int source, int position) {
        int[] piece = all[used >>> PIECE_BITS];
        int at = (used & PIECE - 1) * FIELDS;
        piece[at + KEY] = key;
        piece[at + SOURCE] = source;
        piece[at + POSITION] = position;
        link(used++);
    }

    /** The newest place of a key, or -1. */
    int first(int key) {
        int bit = key >>> bitShift;
        return (maybe[bit >>> 6] & 1L << bit) == 0 ? NONE : of(key, heads[key >>> headShift]);
    }

    /** The place of the same key before this one, or -1. */
    int next(int place) {
        return of(get(place, KEY), get(place, BEFORE));
    }

    private int of(int key, int newest) {
        int number = newest;
        while (number != 0 && get(number - 1, KEY) != key) {
            number = get(number - 1, BEFORE);
        }
        return number - 1;
    }

    int source(int place) {
        return get(place, SOURCE);
    }

    int position(int place) {
        return get(place, POSITION);
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
        for (int i = 0; i < used; i++) {
            if (source(i) >= firstSource) {
                other.expect(1);
                other.add(get(i, KEY), source(i) - firstSource, position(i));
            }
        }
        return other;
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        long pieces = used <= PIECE ? all[0].length : (used - 1L >>> PIECE_BITS) + 1 << PIECE_BITS + 2;
        return heads.length * 4L + pieces * 4L + maybe.length * 8L;
    }
}

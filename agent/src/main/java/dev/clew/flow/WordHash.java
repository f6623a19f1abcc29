package dev.clew.flow;

/** Hash of a word, eight letters at a time, that can be given letter by letter too. */
final class WordHash {
    static final int SHORT = 15;
    private static final int GROUP = 8;
    private static final long LOWER = Marks.EACH << 5;
    private static final long ODD = 0xD6E8FEB86659FD93L;
    private static final long BOTH = Words.SEED * ODD;

    /** Which bytes of the first eight are of a word of so many letters, and of the second. */
    private static final long[] FIRST = new long[SHORT + 1];

    private static final long[] SECOND = new long[SHORT + 1];

    static {
        for (int i = 0; i <= SHORT; i++) {
            FIRST[i] = first(i);
            SECOND[i] = first(Math.max(i - GROUP, 0));
        }
    }

    private long hash;
    private long group;
    private int letters;

    /** Of a word of ASCII, whatever its case. */
    static int of(byte[] bytes, int from, int to) {
        return to - from <= SHORT ? ofShort(bytes, from, group(bytes, from), to - from) : ofLong(bytes, from, to);
    }

    /** Of at most {@link #SHORT} letters; without a branch, since nobody can tell how long the next word is. */
    static int ofShort(byte[] bytes, int from, long one, int letters) {
        long two = group(bytes, from + GROUP);
        return end(((one | LOWER) & FIRST[letters & SHORT]) * BOTH + ((two | LOWER) & SECOND[letters & SHORT]) * Words.SEED);
    }

    private static int ofLong(byte[] bytes, int from, int to) {
        long h = 0;
        for (int i = from; i < to; i += GROUP) {
            h = next(h, (group(bytes, i) | LOWER) & first(to - i));
        }
        return end(h);
    }

    static long group(byte[] bytes, int from) {
        return (long) Marks.LONGS.get(bytes, from);
    }

    private static long next(long hash, long group) {
        return hash * ODD + group * Words.SEED;
    }

    private static int end(long hash) {
        return (int) (hash >>> 32);
    }

    /** So many of eight bytes, at most all. */
    private static long first(int count) {
        int half = Math.min(count, GROUP) << 2;
        return ~(-1L << half << half);
    }

    void clear() {
        hash = 0;
        group = 0;
        letters = 0;
    }

    void add(char c) {
        if (c > 127) {
            put(c >>> 8 | 0x80);
        }
        put(c);
    }

    private void put(int b) {
        group |= (b & 0xffL) << 8 * (letters & GROUP - 1);
        if ((++letters & GROUP - 1) == 0) {
            hash = next(hash, group);
            group = 0;
        }
    }

    int hash() {
        long all = (letters & GROUP - 1) == 0 ? hash : next(hash, group);
        return end(letters <= GROUP ? next(all, 0) : all); // a short one has two groups, as above
    }
}

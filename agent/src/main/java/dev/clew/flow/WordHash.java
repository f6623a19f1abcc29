package dev.clew.flow;

/** Hash of a word, eight letters at a time, that can be given letter by letter too. */
final class WordHash {
    static final int GROUP = 8;
    private static final long LOWER = Marks.EACH << 5;
    private static final long ODD = 0xD6E8FEB86659FD93L;

    private long hash;
    private long group;
    private int letters;

    /** Of a word of ASCII, whatever its case. */
    static int of(byte[] bytes, int from, int to) {
        long hash = 0;
        int i = from;
        for (; to - i > GROUP; i += GROUP) {
            hash = next(hash, group(bytes, i) | LOWER);
        }
        return end(next(hash, first(group(bytes, i), to - i)));
    }

    /** Of one group's letters; of more it is no hash. */
    static int ofShort(long group, int letters) {
        return end(first(group, letters) * Words.SEED);
    }

    static long group(byte[] bytes, int from) {
        return (long) Marks.LONGS.get(bytes, from);
    }

    private static long next(long hash, long group) {
        return (hash ^ hash >>> 29) * ODD + group * Words.SEED;
    }

    private static int end(long hash) {
        return (int) (hash >>> 32);
    }

    /** So many letters of a group, at least one. */
    private static long first(long group, int letters) {
        return (group | LOWER) & -1L >>> -(letters << 3);
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
        if (letters == GROUP) {
            hash = next(hash, group);
            group = 0;
            letters = 0;
        }
        group |= (b & 0xffL) << 8 * letters++;
    }

    int hash() {
        return end(next(hash, group));
    }
}

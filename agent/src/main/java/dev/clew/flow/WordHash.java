package dev.clew.flow;

/** Hash of a word, eight letters at a time, that can be given letter by letter too. */
final class WordHash {
    private static final int GROUP = 8;
    private static final long LOWER = WordBounds.EACH << 5;

    private long hash;
    private long group;
    private int letters;

    /** Of a word of ASCII, whatever its case. */
    static int of(byte[] bytes, int from, int to) {
        long h = 0;
        for (int i = from; i < to; i += GROUP) {
            h = (h ^ (group(bytes, i) | LOWER) & first(to - i)) * Tokens.SEED;
        }
        return (int) (h >>> 32);
    }

    static long group(byte[] bytes, int from) {
        return (long) WordBounds.LONGS.get(bytes, from);
    }

    /** So many of eight bytes, at most all. */
    static long first(int count) {
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
            hash = (hash ^ group) * Tokens.SEED;
            group = 0;
        }
    }

    int hash() {
        long all = (letters & GROUP - 1) == 0 ? hash : (hash ^ group) * Tokens.SEED;
        return (int) (all >>> 32);
    }
}

package dev.clew.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Hash of a word, eight letters at a time. */
final class WordHash {
    static final int GROUP = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH = EACH << 7;

    private long hash;
    private long group;
    private int letters;
    private long digits;

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

    boolean hasDigit() {
        return digits != 0;
    }

    /** Where the word ends; -1 where it is not ASCII. Eight bytes at once: no branch for each. */
    int ascii(byte[] bytes, int from, int end) {
        long h = 0;
        long seen = 0;
        int i = from;
        while (true) {
            long eight = (long) LONGS.get(bytes, i);
            long lower = eight | EACH << 5;
            long isLetter = lower + EACH * (0x80 - 'a') & ~(lower + EACH * (0x80 - 'z' - 1));
            long isDigit = eight + EACH * (0x80 - '0') & ~(eight + EACH * (0x80 - '9' - 1));
            long other = ~(isLetter | isDigit) & HIGH;
            int n = Long.numberOfTrailingZeros(other) >>> 3;
            long within = n == GROUP ? -1L : (1L << 8 * n) - 1;
            if ((eight & HIGH & (n == GROUP ? -1L : within << 8 | 0xff)) != 0) {
                return -1;
            }
            seen |= isDigit & HIGH & within;
            i += n;
            if (n < GROUP || i >= end) {
                letters = n == GROUP ? 0 : n;
                hash = n == GROUP ? (h ^ lower) * Tokens.SEED : h;
                group = n == GROUP ? 0 : lower & within;
                digits = seen;
                return i;
            }
            h = (h ^ lower) * Tokens.SEED;
        }
    }
}

package dev.clew.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A bit a byte of a text: where words are, where they begin, what is to be looked at more closely. Many bytes at once, and no branch for any. */
final class Marks {
    /** Bytes of one {@code long} of bits; so many zeros have to be there behind a text. */
    static final int BLOCK = 64;

    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long EACH = 0x0101010101010101L;
    static final long HIGH = EACH << 7;

    private static final int GROUP = 8;
    /** Times eight bytes are told at once: they stay near the processor. */
    private static final int PIECE = 512;

    /** Letters and digits of ASCII, and what is no ASCII. */
    long[] words = new long[17];
    /** Their first bytes. */
    long[] starts = new long[17];
    /** Of words, what is no letter of ASCII: digits and what is no ASCII. */
    private long[] special = new long[17];
    /** Quotes, backslashes and ends of lines. */
    long[] signs = new long[17];
    /** What may hold two words together and stands alone between them: {@code - _ . / : @} and the comma. */
    private long[] joints = new long[17];
    int blocks;

    private final long[] eights = new long[PIECE];
    private final long[] found = new long[PIECE];

    /** @param bytes with {@link #BLOCK} zeros behind the text */
    void find(byte[] bytes, int length) {
        blocks = (length + BLOCK - 1) / BLOCK;
        if (blocks >= words.length) {
            int size = Integer.highestOneBit(blocks) * 2 + 1;
            words = new long[size];
            starts = new long[size];
            special = new long[size];
            signs = new long[size];
            joints = new long[size];
        }
        int all = blocks * GROUP;
        for (int from = 0; from < all; from += PIECE) {
            piece(bytes, from, Math.min(PIECE, all - from));
        }
        words[blocks] = 0; // a block more, where a word that ends with the text has its end
        starts[blocks] = 0;
        special[blocks] = 0;
        joints[blocks] = 0;
        long carry = 0;
        for (int block = 0; block < blocks; block++) {
            long word = words[block];
            long behind = word << 1 | carry;
            starts[block] = word & ~behind;
            joints[block] &= behind & (word >>> 1 | words[block + 1] << BLOCK - 1);
            carry = word >>> BLOCK - 1;
        }
    }

    private void piece(byte[] bytes, int from, int many) {
        for (int i = 0; i < many; i++) {
            eights[i] = (long) LONGS.get(bytes, (from + i) * GROUP);
        }
        words(eights, found, many);
        gather(found, words, from, many);
        special(eights, found, many);
        gather(found, special, from, many);
        signs(eights, found, many);
        gather(found, signs, from, many);
        joints(eights, found, many);
        gather(found, joints, from, many);
    }

    // The loops below are nothing but sums, shifts and masks, so that the JVM makes each one of many numbers at once. What a byte is, is in
    // its highest bit, and then these eight bits in the lowest byte.

    private static void words(long[] eights, long[] into, int many) {
        for (int i = 0; i < many; i++) {
            long lower = eights[i] & ~HIGH | EACH << 5;
            long ascii = eights[i] & ~HIGH;
            long bits = (lower + EACH * (0x80 - 'a') & ~(lower + EACH * (0x80 - 'z' - 1))
                    | ascii + EACH * (0x80 - '0') & ~(ascii + EACH * (0x80 - '9' - 1)) | eights[i]) >>> 7 & EACH;
            bits |= bits >>> 7;
            bits |= bits >>> 14;
            into[i] = (bits | bits >>> 28) & 0xff;
        }
    }

    private static void special(long[] eights, long[] into, int many) {
        for (int i = 0; i < many; i++) {
            long ascii = eights[i] & ~HIGH;
            long bits = (ascii + EACH * (0x80 - '0') & ~(ascii + EACH * (0x80 - '9' - 1)) | eights[i]) >>> 7 & EACH;
            bits |= bits >>> 7;
            bits |= bits >>> 14;
            into[i] = (bits | bits >>> 28) & 0xff;
        }
    }

    private static void signs(long[] eights, long[] into, int many) {
        for (int i = 0; i < many; i++) {
            long ascii = eights[i] & ~HIGH;
            long bits = ~((ascii ^ EACH * '"') + ~HIGH & (ascii ^ EACH * '\\') + ~HIGH & (ascii ^ EACH * '\n') + ~HIGH | eights[i]) >>> 7 & EACH;
            bits |= bits >>> 7;
            bits |= bits >>> 14;
            into[i] = (bits | bits >>> 28) & 0xff;
        }
    }

    /** From a comma to a slash, and three more. */
    private static void joints(long[] eights, long[] into, int many) {
        for (int i = 0; i < many; i++) {
            long ascii = eights[i] & ~HIGH;
            long bits = ((ascii + EACH * (0x80 - ',') & ~(ascii + EACH * (0x80 - '/' - 1))
                    | ~((ascii ^ EACH * ':') + ~HIGH & (ascii ^ EACH * '@') + ~HIGH & (ascii ^ EACH * '_') + ~HIGH)) & ~eights[i]) >>> 7 & EACH;
            bits |= bits >>> 7;
            bits |= bits >>> 14;
            into[i] = (bits | bits >>> 28) & 0xff;
        }
    }

    private static void gather(long[] from, long[] into, int first, int many) {
        for (int i = 0, block = first / GROUP; i < many; i += GROUP, block++) {
            into[block] = from[i] | from[i + 1] << 8 | from[i + 2] << 16 | from[i + 3] << 24 | from[i + 4] << 32 | from[i + 5] << 40
                    | from[i + 6] << 48 | from[i + 7] << 56;
        }
    }

    /** The highest bit of each of eight bytes that is no digit. */
    static long noDigits(long eight) {
        long ascii = eight & ~HIGH;
        return (~(ascii + EACH * (0x80 - '0')) | ascii + EACH * (0x80 - '9' - 1) | eight) & HIGH;
    }

    /** How many words there are. */
    int count() {
        int count = 0;
        for (int i = 0; i < blocks; i++) {
            count += Long.bitCount(starts[i]);
        }
        return count;
    }

    /** The words from their first to the last byte, into arrays with room for {@link #SPARE} more. */
    void places(int[] from, int[] to) {
        int begun = 0;
        int ended = 0;
        long before = 0;
        for (int block = 0; block <= blocks; block++) {
            long word = words[block];
            long start = starts[block];
            put(start, block * BLOCK, from, begun);
            begun += Long.bitCount(start);
            long end = (word << 1 | before) & (~word | start);
            put(end, block * BLOCK, to, ended);
            ended += Long.bitCount(end);
            before = word >>> BLOCK - 1;
        }
    }

    static final int SPARE = 4;

    /** Four at once, be they there or not: a branch that is missed costs more. */
    private static void put(long bits, int first, int[] into, int at) {
        long left = bits;
        for (int n = at; left != 0; n += SPARE) {
            into[n] = first + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            into[n + 1] = first + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            into[n + 2] = first + Long.numberOfTrailingZeros(left);
            left &= left - 1;
            into[n + 3] = first + Long.numberOfTrailingZeros(left);
            left &= left - 1;
        }
    }

    /** These bytes are of the word that they stand in, and nothing to look at. */
    void join(int at) {
        words[at >>> 6] |= 1L << at;
        joints[at >>> 6] &= ~(1L << at);
    }

    /** Takes back that a word begins here. */
    void noStart(int at) {
        starts[at >>> 6] &= ~(1L << at);
    }

    void start(int at) {
        starts[at >>> 6] |= 1L << at;
    }

    /** Where a word is to be looked at: at each first one of digits and of what is no ASCII. */
    long odd(int block) {
        long last = block == 0 ? 0 : special[block - 1] >>> BLOCK - 1;
        return special[block] & ~((special[block] << 1 | last) & ~starts[block]);
    }

    /** What may hold two words together and stands alone between them. */
    long joints(int block) {
        return joints[block];
    }

    /** Digits with a point or a comma, or the like, and a digit behind them. */
    long numbers(int block) {
        return special[block] & (joints[block] >>> 1 | joints[block + 1] << BLOCK - 1) & (special[block] >>> 2 | special[block + 1] << BLOCK - 2);
    }
}

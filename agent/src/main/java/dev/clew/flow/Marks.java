package dev.clew.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A bit a byte of a text: where words are, where they begin, what is to be looked at more closely. Eight bytes at once, and no branch for any. */
final class Marks {
    /** Bytes of one {@code long} of bits; so many zeros have to be there behind a text. */
    static final int BLOCK = 64;

    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long EACH = 0x0101010101010101L;
    static final long HIGH = EACH << 7;

    private static final int GROUP = 8;
    /** The highest bits of eight bytes, together in the highest byte. */
    private static final long GATHER = 0x0002040810204081L;

    /** Letters and digits of ASCII, and what is no ASCII. */
    long[] words = new long[17];
    /** Their first bytes. */
    long[] starts = new long[17];
    /** Digits and what is no ASCII, and what stands between words, but for spaces, points, commas and the like. */
    long[] special = new long[17];
    /** No space. */
    private long[] ink = new long[17];
    int blocks;

    /** @param bytes with {@link #BLOCK} zeros behind the text */
    void find(byte[] bytes, int length) {
        blocks = (length + BLOCK - 1) / BLOCK;
        if (blocks >= words.length) {
            int size = Integer.highestOneBit(blocks) * 2 + 1;
            words = new long[size];
            starts = new long[size];
            special = new long[size];
            ink = new long[size];
        }
        long carry = 0;
        for (int block = 0; block < blocks; block++) {
            carry = block(bytes, block, carry);
        }
        words[blocks] = 0; // a block more, where a word that ends with the text has its end
        starts[blocks] = 0;
        special[blocks] = 0;
        ink[blocks] = 0;
        if ((length & BLOCK - 1) != 0) {
            special[blocks - 1] &= (1L << length) - 1;
        }
    }

    private long block(byte[] bytes, int block, long carry) {
        long word = 0;
        long other = 0;
        long black = 0;
        for (int i = 0; i < BLOCK; i += GROUP) {
            long eight = (long) LONGS.get(bytes, block * BLOCK + i);
            long ascii = eight & ~HIGH;
            long lower = ascii | EACH << 5;
            long letters = lower + EACH * (0x80 - 'a') & ~(lower + EACH * (0x80 - 'z' - 1));
            long digits = ascii + EACH * (0x80 - '0') & ~(ascii + EACH * (0x80 - '9' - 1)) | eight;
            long all = letters | digits;
            long noSpace = (ascii ^ EACH * ' ') + EACH * 0x7f;
            word |= gather(all) << i;
            black |= gather(noSpace) << i;
            // of ASCII's signs, a third has both of these bits: none of them is a quote, a backslash or a line's end
            long point = eight << 2 & eight << 4;
            other |= gather(digits | noSpace & ~all & ~point) << i;
        }
        words[block] = word;
        starts[block] = word & ~(word << 1 | carry);
        special[block] = other;
        ink[block] = black;
        return word >>> BLOCK - 1;
    }

    /** The highest bit of each byte. */
    private static long gather(long eight) {
        return (eight & HIGH) * GATHER >>> BLOCK - GROUP;
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
        special[at >>> 6] &= ~(1L << at);
    }

    /** Takes back that a word begins here. */
    void noStart(int at) {
        starts[at >>> 6] &= ~(1L << at);
    }

    void start(int at) {
        starts[at >>> 6] |= 1L << at;
    }

    void look(int at) {
        special[at >>> 6] |= 1L << at;
    }

    /** What there is to look at in a block, but for {@link #joints}: of what is within words only where it begins. */
    long events(int block) {
        long within = special[block] & words[block];
        long last = block == 0 ? 0 : (special[block - 1] & words[block - 1]) >>> BLOCK - 1;
        return special[block] & ~((within << 1 | last) & words[block] & ~starts[block]);
    }

    /** What stands alone between two words. */
    long joints(int block) {
        long before = block == 0 ? 0 : words[block - 1] >>> BLOCK - 1;
        return ink[block] & ~words[block] & (words[block] << 1 | before) & (words[block] >>> 1 | words[block + 1] << BLOCK - 1);
    }

    /** Digits with a point or a comma and a digit behind them. */
    long numbers(int block) {
        long digits = special[block] & words[block];
        if (digits == 0) {
            return 0;
        }
        long points = ink[block] & ~words[block];
        long nextPoints = ink[block + 1] & ~words[block + 1];
        long nextDigits = special[block + 1] & words[block + 1];
        return digits & (points >>> 1 | nextPoints << BLOCK - 1) & (digits >>> 2 | nextDigits << BLOCK - 2);
    }
}

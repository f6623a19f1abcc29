package dev.clew.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A bit a byte of a text: where words are, where they begin, what is to be looked at more closely. No branch for any byte: what
 * a byte is goes into the highest bit of another one, in loops that are nothing but sums and masks, so that the JVM makes them
 * instructions on many bytes at once; then eight of these bits are gathered at a time.
 */
final class Marks {
    /** Bytes of one {@code long} of bits; so many zeros have to be there behind a text. */
    static final int BLOCK = 64;

    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long EACH = 0x0101010101010101L;
    static final long HIGH = EACH << 7;

    private static final int GROUP = 8;
    /** The highest bits of eight bytes, together in the highest byte. */
    private static final long GATHER = 0x0002040810204081L;
    /** Bytes that are told at once: they stay near the processor. */
    private static final int PIECE = 32 * BLOCK;

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

    private final byte[] piece = new byte[PIECE];
    private final byte[] isWord = new byte[PIECE];
    private final byte[] isBehindWord = new byte[PIECE];
    private final byte[] isBeforeWord = new byte[PIECE];
    private final byte[] isSpecial = new byte[PIECE];
    private final byte[] isSign = new byte[PIECE];
    private final byte[] joins = new byte[PIECE];
    private final byte[] isJoint = new byte[PIECE];
    private final byte[] isAny = new byte[PIECE];

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
        byte before = 0;
        for (int from = 0; from < length; from += PIECE) {
            int many = Math.min(PIECE, blocks * BLOCK - from);
            before = classes(bytes, from, many, before);
            gather(from / BLOCK, many);
        }
        long carry = 0;
        for (int block = 0; block < blocks; block++) {
            starts[block] = words[block] & ~(words[block] << 1 | carry);
            carry = words[block] >>> BLOCK - 1;
        }
        words[blocks] = 0; // a block more, where a word that ends with the text has its end
        starts[blocks] = 0;
        special[blocks] = 0;
        joints[blocks] = 0;
    }

    /** Answers what the last byte is. All loops begin at 0 in all arrays, else they are not made one of many bytes at once. */
    private byte classes(byte[] bytes, int from, int many, byte before) {
        System.arraycopy(bytes, from, piece, 0, many);
        words(piece, isWord, many);
        System.arraycopy(isWord, 0, isBehindWord, 1, many - 1);
        isBehindWord[0] = before;
        System.arraycopy(isWord, 1, isBeforeWord, 0, many - 1);
        isBeforeWord[many - 1] = (byte) (Words.isWord(bytes[from + many]) ? 0x80 : 0);
        special(piece, isSpecial, many);
        signs(piece, isSign, many);
        joints(piece, joins, many);
        all(joins, isBehindWord, isBeforeWord, isJoint, many);
        any(isSpecial, isSign, isJoint, isAny, many);
        return isWord[many - 1];
    }

    private static void words(byte[] bytes, byte[] into, int many) {
        for (int i = 0; i < many; i++) {
            into[i] = (byte) (((bytes[i] & 0x7f | 0x20) + (0x80 - 'a') & ~((bytes[i] & 0x7f | 0x20) + (0x80 - 'z' - 1)))
                    | ((bytes[i] & 0x7f) + (0x80 - '0') & ~((bytes[i] & 0x7f) + (0x80 - '9' - 1))) | bytes[i]);
        }
    }

    private static void special(byte[] bytes, byte[] into, int many) {
        for (int i = 0; i < many; i++) {
            into[i] = (byte) ((bytes[i] & 0x7f) + (0x80 - '0') & ~((bytes[i] & 0x7f) + (0x80 - '9' - 1)) | bytes[i]);
        }
    }

    private static void signs(byte[] bytes, byte[] into, int many) {
        for (int i = 0; i < many; i++) {
            into[i] = (byte) ~(((bytes[i] & 0x7f ^ '"') + 0x7f & (bytes[i] & 0x7f ^ '\\') + 0x7f & (bytes[i] & 0x7f ^ '\n') + 0x7f) | bytes[i]);
        }
    }

    /** From a comma to a slash, and three more. */
    private static void joints(byte[] bytes, byte[] into, int many) {
        for (int i = 0; i < many; i++) {
            into[i] = (byte) (((bytes[i] & 0x7f) + (0x80 - ',') & ~((bytes[i] & 0x7f) + (0x80 - '/' - 1))
                    | ~((bytes[i] & 0x7f ^ ':') + 0x7f & (bytes[i] & 0x7f ^ '@') + 0x7f & (bytes[i] & 0x7f ^ '_') + 0x7f)) & ~bytes[i]);
        }
    }

    private static void all(byte[] one, byte[] two, byte[] three, byte[] into, int many) {
        for (int i = 0; i < many; i++) {
            into[i] = (byte) (one[i] & two[i] & three[i]);
        }
    }

    private static void any(byte[] one, byte[] two, byte[] three, byte[] into, int many) {
        for (int i = 0; i < many; i++) {
            into[i] = (byte) (one[i] | two[i] | three[i]);
        }
    }

    private void gather(int first, int many) {
        for (int i = 0; i < many; i += BLOCK) {
            int block = first + i / BLOCK;
            words[block] = gather(isWord, i);
            boolean any = isAny(isAny, i); // of most blocks of prose there is none
            special[block] = any ? gather(isSpecial, i) : 0;
            signs[block] = any ? gather(isSign, i) : 0;
            joints[block] = any ? gather(isJoint, i) : 0;
        }
    }

    private static boolean isAny(byte[] bytes, int from) {
        long all = 0;
        for (int g = 0; g < BLOCK; g += GROUP) {
            all |= (long) LONGS.get(bytes, from + g);
        }
        return (all & HIGH) != 0;
    }

    private static long gather(byte[] bytes, int from) {
        long all = 0;
        for (int g = 0; g < BLOCK; g += GROUP) {
            all |= gather((long) LONGS.get(bytes, from + g)) << g;
        }
        return all;
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

package dev.clew.flow;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Where words begin and end: 64 bytes at once, and no branch for each. */
final class WordBounds {
    /** Bytes that are read at once, so that many have to be there behind a text; 0 each. */
    static final int BLOCK = 64;

    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final long EACH = 0x0101010101010101L;
    static final long HIGH = EACH << 7;

    private static final int GROUP = 8;
    /** The lowest bits of eight bytes, together in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    /** The first byte of a word, the first behind it, the first of the next one. */
    int[] at = new int[512];

    /** How many words there are. A byte is of a word where it is a letter or a digit of ASCII, or no ASCII. */
    int find(byte[] bytes, int length) {
        int found = 0;
        long carry = 0;
        int[] all = at;
        for (int from = 0; from < length; from += BLOCK) {
            long words = 0;
            for (int i = 0; i < BLOCK; i += GROUP) {
                words |= gather(isWord((long) LONGS.get(bytes, from + i))) << i;
            }
            long bounds = words ^ (words << 1 | carry);
            carry = words >>> BLOCK - 1;
            if (found + BLOCK >= all.length) {
                at = Arrays.copyOf(all, 2 * all.length);
                all = at;
            }
            while (bounds != 0) {
                all[found++] = from + Long.numberOfTrailingZeros(bounds);
                bounds &= bounds - 1;
            }
        }
        if ((found & 1) != 0) {
            all[found++] = length;
        }
        return found >> 1;
    }

    /** The highest bit of each byte. */
    private static long isWord(long eight) {
        long ascii = eight & ~HIGH;
        long lower = ascii | EACH << 5;
        long isLetter = lower + EACH * (0x80 - 'a') & ~(lower + EACH * (0x80 - 'z' - 1));
        long isDigit = ascii + EACH * (0x80 - '0') & ~(ascii + EACH * (0x80 - '9' - 1));
        return (isLetter | isDigit | eight) & HIGH;
    }

    private static long gather(long highest) {
        return (highest >>> GROUP - 1) * GATHER >>> BLOCK - GROUP;
    }
}

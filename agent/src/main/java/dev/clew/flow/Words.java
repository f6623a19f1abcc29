package dev.clew.flow;

import java.util.Arrays;

/** The words of a text: hashes, and where they stand; arrays that are used again. */
class Words {
    /** Characters of one text that are looked at. */
    static final int MAX_CHARS = 1 << 20;

    static final long SEED = 0x9E3779B97F4A7C15L;

    // what is not ASCII is one byte too, so that places in the bytes are places in the text
    static final byte LETTER = (byte) 0x80;
    static final byte IDEOGRAPH = (byte) 0xff;

    private static final long ODD = 0xD6E8FEB86659FD93L;
    private static final int ENOUGH = 32;
    private static final int KEEP = 1 << 17;
    private static final int MARGIN = 16;

    String text;
    /** A byte a character, and zeros behind them. */
    byte[] bytes = new byte[1024];
    int length;

    int count;
    int[] hashes = new int[256];
    int[] starts = new int[256];
    int[] ends = new int[256];

    private long[] fours = new long[256];
    private boolean haveFours;

    /** @param utf8 the same text */
    final void begin(String text, byte[] utf8) {
        this.text = text;
        length = Math.min(text.length(), MAX_CHARS);
        int whole = length + 2 * WordBounds.BLOCK;
        if (bytes.length < whole) {
            bytes = new byte[Integer.highestOneBit(whole) << 1];
        }
        if (utf8.length == text.length()) {
            System.arraycopy(utf8, 0, bytes, 0, length);
        } else {
            for (int i = 0; i < length; i++) {
                bytes[i] = aByte(text.charAt(i));
            }
        }
        Arrays.fill(bytes, length, whole, (byte) 0);
        count = 0;
        haveFours = false;
    }

    /** Forgets the text; what a huge one took is given back. */
    void clear() {
        text = null;
        count = 0;
        if (bytes.length > KEEP) {
            bytes = new byte[1024];
            hashes = new int[256];
            starts = new int[256];
            ends = new int[256];
            fours = new long[256];
        }
    }

    private static byte aByte(char c) {
        if (c < 128) {
            return (byte) c;
        }
        if (!Character.isLetterOrDigit(c)) {
            return ' ';
        }
        // no spaces there: a word is a character
        boolean alone = Character.isIdeographic(c) || c >= 0x3040 && c < 0x3100;
        return alone ? IDEOGRAPH : LETTER;
    }

    static boolean isWord(byte b) {
        return b < 0 || b >= '0' && b <= '9' || (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
    }

    final void add(int hash, int from, int to) {
        if (count == hashes.length) {
            more(1);
        }
        hashes[count] = hash;
        starts[count] = from;
        ends[count++] = to;
    }

    final void more(int words) {
        if (count + words + MARGIN > hashes.length) {
            int size = Math.max(2 * hashes.length, Integer.highestOneBit(count + words + MARGIN) << 1);
            hashes = Arrays.copyOf(hashes, size);
            starts = Arrays.copyOf(starts, size);
            ends = Arrays.copyOf(ends, size);
        }
    }

    final boolean hasDigit(int word) {
        for (int i = starts[word]; i < ends[word]; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '9') {
                return true;
            }
        }
        return false;
    }

    final boolean isCapital(int at) {
        return bytes[at] >= 'A' && bytes[at] <= 'Z' || bytes[at] == LETTER && Character.isUpperCase(text.charAt(at));
    }

    /** Hashes of all runs of four words; an array that is used again. Made once a text. */
    final long[] fours() {
        if (haveFours) {
            return fours;
        }
        haveFours = true;
        int n = count - 3;
        if (fours.length < n) {
            fours = new long[Integer.highestOneBit(n) << 1];
        }
        if (n > 0) {
            int[] all = hashes;
            long first = all[0] * SEED + all[1]; // two words each, so that no run waits for the one before
            long second = all[1] * SEED + all[2];
            for (int i = 0; i < n; i++) {
                long third = all[i + 2] * SEED + all[i + 3];
                fours[i] = (first ^ first >>> 32) * ODD + third;
                first = second;
                second = third;
            }
        }
        return fours;
    }

    /** Hash of the whole text; of a long one, of its begin, its end and its length. */
    final long whole() {
        return count <= 2 * ENOUGH ? gram(0, count) : (gram(0, ENOUGH) * SEED + gram(count - ENOUGH, count)) * SEED + count;
    }

    /** Hash of some words in a row; of one word, that word's. */
    final long gram(int from, int to) {
        long hash = hashes[from];
        for (int i = from + 1; i < to; i++) {
            hash = hash * SEED + hashes[i];
        }
        return hash;
    }

    /** What a word says: a number, a name, a thing 3, an ideograph 1, grammar and what everybody says nothing. */
    final int content(int word) {
        int from = starts[word];
        if (bytes[from] == IDEOGRAPH) {
            return 1;
        }
        boolean isLong = ends[word] - from > 2 && !CommonWords.contain(hashes[word]);
        return isLong || hasDigit(word) ? 3 : 0;
    }
}

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
    private static final int ENOUGH = 8;
    /** Letters of a word that may be several in one. */
    static final int LONG = 14;

    private static final int KEEP = 1 << 17;

    String text;
    /** A byte a character, and zeros behind them. */
    byte[] bytes = new byte[1024];
    int length;
    boolean isAscii;
    boolean hasIdeographs;

    int count;
    int[] hashes = new int[256];
    int[] starts = new int[256];
    int[] ends = new int[256];
    /** Words of more letters than {@link WordHash#GROUP}. */
    int[] longs = new int[256];
    int longCount;

    private int[] picks = new int[256];
    private int[] ones = new int[0];
    private int[] twos;
    private int[] fours;
    private int[] pairs;
    private int[] seconds;
    private boolean haveKeys;

    /** @param utf8 the same text */
    final void begin(String text, byte[] utf8) {
        this.text = text;
        length = Math.min(text.length(), MAX_CHARS);
        int whole = length + 2 * Marks.BLOCK;
        if (bytes.length < whole) {
            bytes = new byte[Integer.highestOneBit(whole) << 1];
        }
        isAscii = utf8.length == text.length();
        hasIdeographs = false;
        if (isAscii) {
            System.arraycopy(utf8, 0, bytes, 0, length);
        } else {
            for (int i = 0; i < length; i++) {
                bytes[i] = aByte(text.charAt(i));
                hasIdeographs |= bytes[i] == IDEOGRAPH;
            }
        }
        Arrays.fill(bytes, length, whole, (byte) 0);
        if (text.indexOf('\\') >= 0) {
            unescape();
        }
        count = 0;
        haveKeys = false;
    }

    /** The n of an escaped line's end is of no word. */
    private void unescape() {
        int i = text.indexOf('\\');
        while (i >= 0 && i + 1 < length) {
            byte b = bytes[i + 1];
            if (b == 'n' || b == 'r' || b == 't') {
                bytes[i + 1] = ' ';
            }
            i = text.indexOf('\\', b == '\\' ? i + 2 : i + 1);
        }
    }

    /** Forgets the text; what a huge one took is given back. */
    void clear() {
        text = null;
        count = 0;
        if (bytes.length > KEEP) {
            bytes = new byte[1024];
            room(new int[256]);
            ones = new int[0];
            picks = new int[256];
        }
    }

    private void room(int[] first) {
        hashes = first;
        starts = new int[first.length];
        ends = new int[first.length];
        longs = new int[first.length];
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

    /** Takes the words that are marked; those of letters of ASCII, and of digits, have their hash then. */
    final void take(Marks marks) {
        count = marks.count();
        if (count + Marks.SPARE > hashes.length) {
            room(new int[Integer.highestOneBit(count + Marks.SPARE) << 1]);
        }
        marks.places(starts, ends);
        longCount = hash(bytes, starts, ends, hashes, longs, count);
        hashLong(bytes, starts, ends, hashes, longs, longCount);
    }

    /** Hashes all as if none was longer than a group, and answers how many are. No branch: nobody can tell how long the next word is. */
    private static int hash(byte[] bytes, int[] starts, int[] ends, int[] hashes, int[] longs, int count) {
        int found = 0;
        for (int i = 0; i < count; i++) {
            int from = starts[i];
            int letters = ends[i] - from;
            hashes[i] = WordHash.ofShort(WordHash.group(bytes, from), letters);
            longs[found] = i;
            found += WordHash.GROUP - letters >>> 31;
        }
        return found;
    }

    private static void hashLong(byte[] bytes, int[] starts, int[] ends, int[] hashes, int[] longs, int count) {
        for (int i = 0; i < count; i++) {
            int word = longs[i];
            hashes[word] = WordHash.of(bytes, starts[word], ends[word]);
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

    /** Room for numbers of words, and one more. */
    final int[] picks() {
        if (picks.length <= count) {
            picks = new int[hashes.length];
        }
        return picks;
    }

    /** Keys of all runs of four words; an array that is used again. */
    final int[] fours() {
        keys();
        return fours;
    }

    /** Keys of all words. */
    final int[] ones() {
        keys();
        return ones;
    }

    /** Keys of all words with the next one. */
    final int[] twos() {
        keys();
        return twos;
    }

    /** Made once a text. */
    private void keys() {
        if (haveKeys) {
            return;
        }
        haveKeys = true;
        if (ones.length < count) {
            int size = hashes.length;
            ones = new int[size];
            twos = new int[size];
            fours = new int[size];
            seconds = new int[size];
            pairs = new int[size];
        }
        // each loop begins at 0 and is nothing but products and sums, so that the JVM makes it one of many words at once
        System.arraycopy(hashes, 1, seconds, 0, count);
        seconds[count - 1] = 0;
        keys(hashes, seconds, ones, twos, pairs, count);
        if (count > 2) {
            System.arraycopy(pairs, 2, seconds, 0, count - 2);
            sums(twos, seconds, fours, count - 2);
        }
    }

    private static void keys(int[] first, int[] second, int[] ones, int[] twos, int[] pairs, int count) {
        for (int i = 0; i < count; i++) {
            ones[i] = first[i] * 0x9E3779B1;
        }
        for (int i = 0; i < count; i++) {
            twos[i] = first[i] * 0x85EBCA77 + second[i] * 0xC2B2AE3D;
        }
        for (int i = 0; i < count; i++) {
            pairs[i] = first[i] * 0x27D4EB2F + second[i] * 0x165667B1;
        }
    }

    private static void sums(int[] some, int[] others, int[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] = some[i] + others[i];
        }
    }

    /** Key of a word. */
    final int one(int word) {
        return ones()[word];
    }

    /** Key of a word and the next one. */
    final int two(int word) {
        return twos()[word];
    }

    /** Key of the whole text; of a long one, of its begin, its end and its length. */
    final int whole() {
        long hash = count <= 2 * ENOUGH ? gram(0, count) : (gram(0, ENOUGH) * SEED + gram(count - ENOUGH, count)) * SEED + count;
        return (int) ((hash ^ hash >>> 32) * ODD >>> 32);
    }

    private long gram(int from, int to) {
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

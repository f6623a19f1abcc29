package dev.clew.flow;

import java.util.Arrays;

/**
 * A text as words and facts, in arrays that are used again. Case, white space and punctuation are no part of it, so JSON that is
 * written anew is the same text, and so is what stands escaped in a JSON string.
 *
 * <p>A <em>fact</em> says something by itself: an identifier, a number that is no round one, an address, a quoted value, a key
 * with its number. Its hash is the same in JSON and in prose.
 */
final class Tokens {
    /** Characters of one text that are looked at. */
    static final int MAX_CHARS = 1 << 20;

    /** Says enough alone. */
    static final byte STRONG = 2;
    /** Says enough with another one. */
    static final byte WEAK = 1;

    private static final long SEED = 0x9E3779B97F4A7C15L;
    private static final int SEPARATOR = 0;
    private static final int IDEOGRAPH = -1;
    /** Of each ASCII character the letter or digit that it counts as, and above that the kind; 0 for what separates words. */
    private static final short[] WORD = new short[128];
    private static final boolean[] JOINS = new boolean[128];
    private static final int QUOTED = 3;
    private static final int QUOTED_CHARS = 64;

    private static final byte DIGIT = 1;
    private static final byte LETTER = 2;
    private static final byte CAPITAL = 4;

    static {
        for (char c = 0; c < 128; c++) {
            int kind = c <= '9' ? DIGIT : c <= 'Z' ? LETTER | CAPITAL : LETTER;
            WORD[c] = (short) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) | kind << 8 : SEPARATOR);
        }
        for (char c : "-_./:@".toCharArray()) {
            JOINS[c] = true;
        }
    }

    private char[] chars = new char[1024];
    private int length;

    int count;
    int[] hashes = new int[256];
    int[] starts = new int[256];
    int[] ends = new int[256];
    private byte[] kinds = new byte[256];

    private long[] grams = new long[256];

    int facts;
    long[] factHashes = new long[64];
    /** The last word of a fact, and how many words it has. */
    int[] factAt = new int[64];
    byte[] factWords = new byte[64];
    byte[] factWeights = new byte[64];

    private int chainFrom;
    private int quoteFrom;
    private int quoteAt;
    private int keyAt;

    /** Takes a text in the place of the one before. */
    Tokens of(String text) {
        length = Math.min(text.length(), MAX_CHARS);
        if (chars.length < length) {
            chars = new char[Integer.highestOneBit(length) << 1];
        }
        text.getChars(0, length, chars, 0);
        count = 0;
        facts = 0;
        chainFrom = -1;
        quoteFrom = -1;
        keyAt = -1;
        scan();
        endChain(length);
        return this;
    }

    private void scan() {
        char[] text = chars;
        int end = length;
        int i = 0;
        while (i < end) {
            char c = text[i];
            if (c == ' ' && chainFrom < 0) {
                i++;
            } else if (!isWord(c)) {
                i += separator(text, i, c);
            } else if (c >= '0' && c <= '9') {
                i = number(text, i, end);
            } else {
                i = word(text, i, i, 0, 0, end);
            }
        }
    }

    /** How many characters it is. */
    private int separator(char[] text, int i, char c) {
        boolean joined = c < 128 && JOINS[c] && count > 0 && ends[count - 1] == i && i + 1 < length && isWord(text[i + 1]);
        if (joined) {
            if (chainFrom < 0) {
                chainFrom = count - 1;
            }
        } else if (c != '/' || i == 0 || text[i - 1] != '/' && text[i - 1] != ':') {
            endChain(i);
        }
        switch (c) {
            case '"':
                quote(i);
                return 1;
            case ':', '=':
                keyAt = count - 1;
                return 1;
            case '\\':
                return escape(text, i);
            case '\n':
                quoteFrom = -1;
                return 1;
            default:
                return 1;
        }
    }

    /** What a JSON string has in the place of a character that is none of a word, or one of a word. */
    private int escape(char[] text, int i) {
        if (i + 1 >= length) {
            return 1;
        }
        char c = text[i + 1];
        if (c == '"') {
            quote(i + 1);
            return 2;
        }
        return c == 'n' || c == 'r' || c == 't' || c == '\\' || c == '/' ? 2 : 1;
    }

    private static boolean isWord(char c) {
        return c < 128 ? WORD[c] != SEPARATOR : Character.isLetterOrDigit(c);
    }

    /** Digits, in groups of thousands or not, with a fraction or not; what goes on with letters is a word. */
    private int number(char[] text, int from, int end) {
        int hash = 0;
        int digits = 0;
        int zeros = 0;
        boolean fraction = false;
        int i = from;
        for (; i < end; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                if (fraction && c == '0') {
                    zeros++; // of no weight where nothing but zeros follows
                    continue;
                }
                for (; zeros > 0; zeros--) {
                    hash = 31 * hash + '0';
                    digits++;
                }
                hash = 31 * hash + c;
                digits++;
            } else if (c == ',' && !fraction && isThousand(text, i, end)) {
                continue;
            } else if (c == '.' && !fraction && i + 1 < end && text[i + 1] >= '0' && text[i + 1] <= '9') {
                fraction = true;
                hash = 31 * hash + '.';
            } else {
                break;
            }
        }
        if (i < end && isWord(text[i])) {
            return fraction ? numberEnds(text, from, i, hash, digits, true) : word(text, from, i, hash, DIGIT, end);
        }
        return numberEnds(text, from, i, hash, digits, fraction);
    }

    private static boolean isThousand(char[] text, int comma, int end) {
        int digits = 0;
        for (int i = comma + 1; i < end && text[i] >= '0' && text[i] <= '9'; i++) {
            digits++;
        }
        return digits == 3 && comma > 0 && text[comma - 1] >= '0' && text[comma - 1] <= '9';
    }

    private int numberEnds(char[] text, int from, int to, int hash, int digits, boolean fraction) {
        // 12. and 12.0 are 12
        add(fraction && digits == wholeDigits(text, from, to) ? whole(text, from, to) : hash, from, to, DIGIT);
        int significant = digits;
        if (!fraction) {
            for (int i = to - 1; i > from && text[i] == '0'; i--) {
                significant--;
            }
        }
        for (int i = from; i < to && (text[i] == '0' || text[i] == '.'); i++) {
            significant -= text[i] == '0' ? 1 : 0;
        }
        boolean year = !fraction && to - from == 4 && (text[from] == '1' && text[from + 1] == '9' || text[from] == '2' && text[from + 1] == '0');
        if (chainFrom < 0 && !year && significant >= 3) {
            fact(hashes[count - 1], 1, significant > 3 ? STRONG : WEAK);
        }
        pair(significant);
        return to;
    }

    private static int wholeDigits(char[] text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to && text[i] != '.'; i++) {
            digits += text[i] == ',' ? 0 : 1;
        }
        return digits;
    }

    private static int whole(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to && text[i] != '.'; i++) {
            hash = text[i] == ',' ? hash : 31 * hash + text[i];
        }
        return hash;
    }

    /** A key and its number say more than the number. */
    private void pair(int digits) {
        int key = count - 2;
        if (key >= 0 && keyAt == key && (kinds[key] & DIGIT) == 0 && ends[key] - starts[key] > 2) {
            fact(gram(key, count), 2, digits > 2 ? STRONG : WEAK);
        }
    }

    private int word(char[] text, int from, int at, int known, int kind, int end) {
        int hash = known;
        int all = kind << 8;
        int i = at;
        for (; i < end; i++) {
            char c = text[i];
            int letter = c < 128 ? WORD[c] : letter(c);
            if (letter == SEPARATOR) {
                break;
            }
            if (letter == IDEOGRAPH) {
                if (i > from) {
                    break; // no spaces there: a word is a character
                }
                add(c, i, i + 1, LETTER);
                return i + 1;
            }
            hash = 31 * hash + (letter & 0xff);
            if (letter > 0xffff) {
                hash = 31 * hash + (letter >>> 16);
            }
            all |= letter;
        }
        byte kinds = (byte) (all >> 8 & 7);
        add(hash, from, i, kinds);
        if ((kinds & DIGIT) != 0 && chainFrom < 0 && i - from >= 4) {
            fact(hash, 1, i - from > 4 ? STRONG : WEAK);
        }
        return i;
    }

    /** As the table says it of ASCII; what does not fit below stands above 16 bits. */
    private static int letter(char c) {
        if (!Character.isLetterOrDigit(c)) {
            return SEPARATOR;
        }
        if (Character.isIdeographic(c) || c >= 0x3040 && c < 0x3100) {
            return IDEOGRAPH;
        }
        return LETTER << 8 | Character.toLowerCase(c) << 16;
    }

    private void add(int hash, int from, int to, byte kind) {
        if (count == hashes.length) {
            more();
        }
        hashes[count] = hash;
        starts[count] = from;
        ends[count] = to;
        kinds[count++] = kind;
    }

    private void more() {
        hashes = Arrays.copyOf(hashes, 2 * count);
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
        kinds = Arrays.copyOf(kinds, 2 * count);
    }

    /** Words that hang together: {@code ORD-9931}, {@code 2026-11-21}, {@code a@b.org}, {@code https://a/b}. */
    private void endChain(int at) {
        int from = chainFrom;
        chainFrom = -1;
        if (from < 0 || count - from < 2 || ends[count - 1] > at) {
            return;
        }
        boolean digit = false;
        boolean address = false;
        for (int i = from; i < count; i++) {
            digit |= (kinds[i] & DIGIT) != 0;
            char joint = i > from ? chars[starts[i] - 1] : 0;
            address |= joint == '@' || joint == '_' || joint == '/' && starts[i] - ends[i - 1] > 1;
        }
        int chars = ends[count - 1] - starts[from];
        if (chars >= 5 && (digit || address)) {
            fact(gram(from, count), Math.min(count - from, Byte.MAX_VALUE), digit && chars > 5 || address && chars > 7 ? STRONG : WEAK);
        }
    }

    private void quote(int at) {
        endChain(at);
        int from = quoteFrom;
        if (from < 0) {
            quoteFrom = count;
            quoteAt = at;
            return;
        }
        quoteFrom = -1;
        int words = count - from;
        if (words == 0 || words > QUOTED || at - quoteAt > QUOTED_CHARS || isKey(at)) {
            return;
        }
        boolean name = true;
        int letters = 0;
        for (int i = from; i < count; i++) {
            letters += ends[i] - starts[i];
            name &= Character.isUpperCase(chars[starts[i]]) && ends[i] - starts[i] > 2 && !Character.isUpperCase(chars[starts[i] + 1]);
        }
        if (letters >= 4) {
            fact(gram(from, count), words, name ? STRONG : WEAK);
        }
    }

    private boolean isKey(int quote) {
        int i = quote + 1;
        while (i < length && (chars[i] == ' ' || chars[i] == '\\' || chars[i] == '"')) {
            i++;
        }
        return i < length && chars[i] == ':';
    }

    private void fact(long hash, int words, byte weight) {
        if (facts == factHashes.length) {
            factHashes = Arrays.copyOf(factHashes, 2 * facts);
            factAt = Arrays.copyOf(factAt, 2 * facts);
            factWords = Arrays.copyOf(factWords, 2 * facts);
            factWeights = Arrays.copyOf(factWeights, 2 * facts);
        }
        factHashes[facts] = hash;
        factAt[facts] = count - 1;
        factWords[facts] = (byte) words;
        factWeights[facts++] = weight;
    }

    /** Hashes of all runs of so many words; an array that is used again. */
    long[] grams(int length) {
        int n = count - length + 1;
        if (grams.length < n) {
            grams = new long[Integer.highestOneBit(n) << 1];
        }
        long last = 1; // the weight of a gram's first word
        for (int i = 1; i < length; i++) {
            last *= SEED;
        }
        for (int i = 0; i < n; i++) {
            grams[i] = i == 0 ? gram(0, length) : (grams[i - 1] - hashes[i - 1] * last) * SEED + hashes[i + length - 1];
        }
        return grams;
    }

    /** Hash of some words in a row; of one word, that word's. */
    long gram(int from, int to) {
        long hash = hashes[from];
        for (int i = from + 1; i < to; i++) {
            hash = hash * SEED + hashes[i];
        }
        return hash;
    }

    /** Whether a word is long enough to be more than grammar. */
    boolean isContent(int word) {
        return ends[word] - starts[word] > 4 || (kinds[word] & DIGIT) != 0;
    }
}

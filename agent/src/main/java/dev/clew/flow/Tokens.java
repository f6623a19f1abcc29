package dev.clew.flow;

/**
 * A text as words and facts, in arrays that are used again. Case, white space and punctuation are no part of it, so JSON that is
 * written anew is the same text, and so is what stands escaped in a JSON string.
 *
 * <p>A <em>fact</em> says something by itself: an identifier, a number that is no round one, an address, a quoted value, a key
 * with its number. Its hash is the same in JSON and in prose.
 */
final class Tokens extends Words {
    /** Says enough alone. */
    static final byte STRONG = 2;
    /** Says enough with another one. */
    static final byte WEAK = 1;

    private static final long LOWER = WordBounds.EACH << 5;
    private static final long LETTERS = WordBounds.EACH << 6;

    private static final int NAME = 8;
    private static final int COMPOUND = 14;
    private static final int LONGEST_FACT = Byte.MAX_VALUE;
    private static final int QUOTED = 3;
    private static final int QUOTED_CHARS = 64;

    private static final boolean[] JOINS = new boolean[128];
    /** What is nothing but the end of a word. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = "-_./:@\"=\\\n".indexOf(c) < 0;
        }
        for (char c : "-_./:@".toCharArray()) {
            JOINS[c] = true;
        }
    }

    final Facts facts = new Facts();
    private final WordBounds bounds = new WordBounds();
    private final WordHash word = new WordHash();
    private int chainFrom;
    private int quoteFrom;
    private int quoteAt;
    private int keyAt;

    /**
     * Takes a text in the place of the one before.
     *
     * @param utf8 the same text
     */
    Tokens of(String text, byte[] utf8) {
        begin(text, utf8);
        facts.count = 0;
        chainFrom = -1;
        quoteFrom = -1;
        keyAt = -1;
        scan(bounds.find(bytes, length));
        endChain(length);
        return this;
    }

    @Override
    void clear() {
        super.clear();
        facts.count = 0;
    }

    private void scan(int runs) {
        more(runs);
        byte[] all = bytes;
        int[] bound = bounds.at;
        int n = 0;
        int at = 0;
        for (int run = 0; run < runs; run++) {
            int from = bound[2 * run];
            if (from < at) {
                continue; // of a number that has more than digits
            }
            if (from - at != 1 || all[at] != ' ' || chainFrom >= 0) {
                count = n;
                separators(at, from);
            }
            at = bound[2 * run + 1];
            int letters = at - from;
            long one = WordHash.group(all, from);
            boolean isPlain = letters <= 8;
            long within = isPlain ? -1L >>> 64 - 8 * letters : -1L;
            long odd = (~one & LETTERS | one & WordBounds.HIGH) & within;
            long hash = ((one | LOWER) & within) * SEED;
            if (!isPlain && letters < COMPOUND) {
                long two = WordHash.group(all, from + 8);
                within = -1L >>> 64 - 8 * (letters - 8);
                odd |= (~two & LETTERS | two & WordBounds.HIGH) & within;
                hash = (hash ^ (two | LOWER) & within) * SEED;
                isPlain = true;
            }
            if (isPlain && odd == 0) {
                hashes[n] = (int) (hash >>> 32);
                starts[n] = from;
                ends[n++] = at;
            } else {
                count = n;
                at = other(from, at);
                n = count;
            }
        }
        count = n;
        separators(at, length);
    }

    private void separators(int from, int to) {
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            i += chainFrom < 0 && PLAIN[b] ? 1 : separator(i, b);
        }
    }

    /** What is no short word of ASCII's letters; answers where it ends. */
    private int other(int from, int to) {
        int at = bytes[from] >= '0' && bytes[from] <= '9' ? number(from, to) : from;
        while (at < to) {
            at = word(at, to);
        }
        return at;
    }

    /** How many characters it is. */
    private int separator(int i, byte b) {
        if (JOINS[b] && count > 0 && ends[count - 1] == i && isWord(bytes[i + 1])) {
            if (chainFrom < 0) {
                chainFrom = count - 1;
            }
        } else if (b != '/' || i == 0 || bytes[i - 1] != '/' && bytes[i - 1] != ':') {
            endChain(i);
        }
        switch (b) {
            case '"':
                quote(i);
                return 1;
            case ':', '=':
                keyAt = count - 1;
                return 1;
            case '\\':
                return escape(i);
            case '\n':
                quoteFrom = -1;
                return 1;
            default:
                return 1;
        }
    }

    /** What a JSON string has in the place of a character that is none of a word. */
    private int escape(int i) {
        byte b = bytes[i + 1];
        if (b == '"') {
            quote(i + 1);
            return 2;
        }
        return b == 'n' || b == 'r' || b == 't' || b == '\\' || b == '/' ? 2 : 1;
    }

    private int word(int from, int end) {
        if (bytes[from] == IDEOGRAPH) {
            add((int) (text.charAt(from) * SEED >>> 32), from, from + 1);
            return from + 1;
        }
        boolean ascii = true;
        boolean digit = false;
        int to = from;
        for (; to < end && bytes[to] != IDEOGRAPH; to++) {
            ascii &= bytes[to] > 0;
            digit |= bytes[to] > 0 && bytes[to] <= '9';
        }
        int hash = ascii ? WordHash.of(bytes, from, to) : lettersHash(from, to);
        add(hash, from, to);
        if (chainFrom < 0 && (digit && to - from >= 4 || to - from >= COMPOUND && humps(from, to) >= 3)) {
            facts.add(hash, count - 1, 1, to - from > 4 ? STRONG : WEAK);
        }
        return to;
    }

    private int lettersHash(int from, int to) {
        word.clear();
        for (int i = from; i < to; i++) {
            word.add(Character.toLowerCase(text.charAt(i)));
        }
        return word.hash();
    }

    /** Capitals within a word, as in {@code mailIsSentOnceOnly}. */
    private int humps(int from, int to) {
        int humps = 0;
        for (int i = from + 1; i < to; i++) {
            humps += bytes[i] >= 'A' && bytes[i] <= 'Z' && bytes[i - 1] >= 'a' ? 1 : 0;
        }
        return humps;
    }

    /** Digits, in groups of thousands or not, with a fraction or not; what goes on with letters is a word. */
    private int number(int from, int to) {
        int i = from;
        while (bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        boolean goesOn = (bytes[i] == '.' || bytes[i] == ',') && bytes[i + 1] >= '0' && bytes[i + 1] <= '9';
        if (i < to) {
            return word(from, to);
        }
        if (goesOn) {
            return longNumber(from, to);
        }
        add(WordHash.of(bytes, from, to), from, to);
        boolean year = to - from == 4 && (bytes[from] == '1' && bytes[from + 1] >= '8' || bytes[from] == '2' && bytes[from + 1] == '0');
        numberFact(from, to, to - from - zerosBefore(to, from), year);
        return to;
    }

    private int longNumber(int from, int to) {
        int cents = commaOf(from);
        word.clear();
        int known = 0;
        int zeros = 0;
        boolean fraction = false;
        int i = from;
        for (; i < length; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                if (fraction && b == '0') {
                    zeros++; // of no weight where nothing but zeros follows
                    continue;
                }
                for (; zeros > 0; zeros--) {
                    known = digit((byte) '0', known, fraction);
                }
                known = digit(b, known, fraction);
            } else if (i == cents || cents < 0 && b == '.' && !fraction && bytes[i + 1] >= '0' && bytes[i + 1] <= '9') {
                fraction = true;
            } else if (b != (cents < 0 ? ',' : '.') || fraction || !isThousand(i)) {
                break;
            }
        }
        if (i < length && isWord(bytes[i])) {
            return word(from, to);
        }
        add(word.hash(), from, i);
        numberFact(from, i, known > 0 ? known : -known - zerosBefore(i, from), false);
        return i;
    }

    /** The comma of {@code 27.350,40}, as half of the world writes it; -1 where the number does not look like that. */
    private int commaOf(int from) {
        int i = from;
        while (bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        if (bytes[i] != '.') {
            return -1;
        }
        while (bytes[i] == '.' && isThousand(i)) {
            i += 4;
        }
        return bytes[i] == ',' && bytes[i - 4] == '.' && bytes[i + 1] >= '0' && bytes[i + 1] <= '9' && !isThousand(i) ? i : -1;
    }

    /** @param digits without the round end */
    private void numberFact(int from, int to, int digits, boolean year) {
        int significant = digits;
        for (int i = from; i < to && (bytes[i] == '0' || bytes[i] == '.'); i++) {
            significant -= bytes[i] == '0' ? 1 : 0;
        }
        if (chainFrom < 0 && !year && significant >= 3) {
            facts.add(hashes[count - 1], count - 1, 1, significant > 3 ? STRONG : WEAK);
        }
        pair(significant);
    }

    /** Takes a digit; answers how many there are, negative as long as they are of a whole number: 12.0 is 12. */
    private int digit(byte b, int known, boolean fraction) {
        if (fraction && known <= 0) {
            word.add('.');
            known = -known;
        }
        word.add((char) b);
        return fraction ? known + 1 : known - 1;
    }

    /** The round end of a whole number. */
    private int zerosBefore(int to, int from) {
        int end = to;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '.') {
                end = i;
            }
        }
        int zeros = 0;
        while (end > from && (bytes[end - 1] == '0' || bytes[end - 1] == ',')) {
            zeros += bytes[--end] == '0' ? 1 : 0;
        }
        return zeros;
    }

    private boolean isThousand(int comma) {
        int i = comma + 1;
        while (bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i - comma == 4;
    }

    /** A key and its number say more than the number. */
    private void pair(int significant) {
        int key = count - 2;
        if (key >= 0 && keyAt == key && !hasDigit(key) && ends[key] - starts[key] > 2) {
            facts.add(gram(key, count), count - 1, 2, significant > 2 ? STRONG : WEAK);
        }
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
        int underscores = 0;
        boolean letter = false;
        for (int i = from; i < count; i++) {
            digit |= hasDigit(i);
            letter |= bytes[starts[i]] > '9' || bytes[starts[i]] < 0;
            byte joint = i > from ? bytes[starts[i] - 1] : 0;
            underscores += joint == '_' ? 1 : 0;
            address |= joint == '@' || joint == '/' && starts[i] - ends[i - 1] > 1;
        }
        int chars = ends[count - 1] - starts[from];
        boolean named = underscores > 0 && !isKey(ends[count - 1] - 1); // a key is the form, not what was filled in
        if (chars >= 5 && (digit || address || named)) {
            int words = Math.min(count - from, LONGEST_FACT);
            boolean strong = digit && (chars > 5 || letter) || address && chars > 7 || underscores > 1;
            facts.add(gram(count - words, count), count - 1, words, strong ? STRONG : WEAK);
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
            name &= isCapital(starts[i]) && ends[i] - starts[i] > 2 && !isCapital(starts[i] + 1);
        }
        if (letters >= 4) {
            facts.add(gram(from, count), count - 1, words, name ? STRONG : WEAK);
        }
    }

    private boolean isKey(int last) {
        int i = last + 1;
        while (bytes[i] == ' ' || bytes[i] == '\\' || bytes[i] == '"' || bytes[i] == '\'') {
            i++;
        }
        return bytes[i] == ':' || bytes[i] == '=';
    }

    /** Whether a name of two words begins here, within a sentence: {@code tariff Polar Flat}. */
    boolean isMention(int word) {
        return word > 0 && word + 1 < count && isCapital(starts[word]) && isCapital(starts[word + 1]) && ends[word] - starts[word] > 2
                && ends[word + 1] - starts[word + 1] > 2 && starts[word] - ends[word - 1] == 1 && starts[word + 1] - ends[word] == 1;
    }

    /** Whether the whole text is a name and no more, {@code Belle de Zwolle}. */
    boolean isName() {
        return count > 1 && count < 4 && ends[count - 1] - starts[0] >= NAME && isCapital(starts[0]) && isCapital(starts[count - 1])
                && ends[count - 1] == length;
    }

    void nameIsFact() {
        facts.add(gram(0, count), count - 1, count, STRONG);
    }
}

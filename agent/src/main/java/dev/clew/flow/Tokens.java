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

    private static final int NAME = 8;
    private static final int LONGEST_FACT = Byte.MAX_VALUE;
    private static final int QUOTED = 3;
    private static final int QUOTED_CHARS = 64;

    private static final int NONE = -1;
    private static final boolean[] JOINS = new boolean[128];

    static {
        for (char c : "-_./:@".toCharArray()) {
            JOINS[c] = true;
        }
    }

    final Facts facts = new Facts();
    private final Marks marks = new Marks();
    private final WordHash word = new WordHash();
    private final Numbers numbers = new Numbers();
    private int quoteFrom;
    private int quoteAt;
    /** The last word that has a digit. */
    private int lastDigit;

    /**
     * Takes a text in the place of the one before.
     *
     * @param utf8 the same text
     */
    Tokens of(String text, byte[] utf8) {
        begin(text, utf8);
        facts.count = 0;
        quoteFrom = NONE;
        lastDigit = NONE;
        if (length > 0) {
            marks.find(bytes, length);
            numbers.of(bytes, length).join(marks);
            if (hasIdeographs) {
                cutIdeographs();
            }
            take(marks);
            odd();
            humps();
            chains();
            quotes();
        }
        return this;
    }

    @Override
    void clear() {
        super.clear();
        facts.count = 0;
    }

    private void cutIdeographs() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == IDEOGRAPH) {
                marks.start(i);
                if (isWord(bytes[i + 1])) {
                    marks.start(i + 1);
                }
            }
        }
    }

    // One kind of thing after the other, and not all in the order of the text: what comes next is guessed right more often.

    /** Words that have digits or no ASCII. */
    private void odd() {
        int begun = 0;
        int last = NONE;
        for (int block = 0; block < marks.blocks; block++) {
            long starts = marks.starts[block];
            for (long left = marks.odd(block); left != 0; left &= left - 1) {
                int word = begun + Long.bitCount(starts & -1L >>> 63 - Long.numberOfTrailingZeros(left)) - 1;
                if (word != last) {
                    last = word;
                    int from = this.starts[word];
                    int to = ends[word];
                    if (Numbers.isPlain(bytes, from, to) && !numbers.goesOn(to) && !hasIdeographs) {
                        numberFact(word, Numbers.significant(bytes, from, to), isYear(from, to));
                        lastDigit = word;
                    } else {
                        word(word, from, to);
                    }
                }
            }
            begun += Long.bitCount(starts);
        }
    }

    private void chains() {
        int begun = 0;
        int end = 0;
        for (int block = 0; block < marks.blocks; block++) {
            long starts = marks.starts[block];
            for (long left = marks.joints(block); left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                int at = block * Marks.BLOCK + bit;
                if (at >= end && JOINS[bytes[at]]) {
                    end = chain(begun + Long.bitCount(starts & -1L >>> 63 - bit) - 1);
                }
            }
            begun += Long.bitCount(starts);
        }
    }

    private void quotes() {
        int begun = 0;
        int goOnAt = 0; // behind an escape
        for (int block = 0; block < marks.blocks; block++) {
            long starts = marks.starts[block];
            for (long left = marks.signs[block]; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                int at = block * Marks.BLOCK + bit;
                if (at < goOnAt) {
                    continue;
                }
                byte b = bytes[at];
                if (b == '"') {
                    if (quoteFrom < 0 && isKeyTo(block, left & left - 1)) {
                        left &= left - 1;
                        continue;
                    }
                    quote(at, begun + Long.bitCount(starts & -1L >>> 63 - bit));
                } else if (b == '\n') {
                    quoteFrom = NONE;
                } else {
                    goOnAt = escape(at, begun + Long.bitCount(starts & -1L >>> 63 - bit));
                }
            }
            begun += Long.bitCount(starts);
        }
    }

    /** Whether the first of these is the quote behind a key of JSON: of most keys there is no more to look at. */
    private boolean isKeyTo(int block, long signs) {
        int at = block * Marks.BLOCK + Long.numberOfTrailingZeros(signs);
        return signs != 0 && bytes[at] == '"' && bytes[at + 1] == ':';
    }

    /** What a JSON string has in the place of a character that is none of a word; answers where it ends. */
    private int escape(int at, int before) {
        byte b = bytes[at + 1];
        if (b == '"') {
            quote(at + 1, before);
        }
        return b == '"' || b == '\\' ? at + 2 : at + 1;
    }

    /** Whether these words, and no others beside them, hang together. */
    boolean isChain(int from, int to) {
        return isJoined(from + 1) && (!isJoined(from) || to - from == LONGEST_FACT) && (to == count || !isJoined(to));
    }

    /** Whether a word hangs together with one before it. */
    private boolean isJoined(int word) {
        int i = word;
        while (i > 0 && starts[i] == ends[i - 1]) {
            i--;
        }
        return i > 0 && starts[i] - ends[i - 1] == 1 && JOINS[bytes[ends[i - 1]]];
    }

    /** A word that has digits, or no ASCII. */
    private void word(int word, int from, int to) {
        if (bytes[from] == IDEOGRAPH) {
            hashes[word] = (int) (text.charAt(from) * SEED >>> 32);
            return;
        }
        if (Numbers.isDigit(bytes[from]) && number(word, from, to)) {
            lastDigit = word;
            return;
        }
        boolean ascii = true;
        boolean digit = false;
        for (int i = from; i < to; i++) {
            ascii &= bytes[i] > 0;
            digit |= bytes[i] > 0 && bytes[i] <= '9';
        }
        lastDigit = digit ? word : lastDigit;
        if (!ascii) {
            hashes[word] = lettersHash(from, to);
        }
        if (digit && to - from >= 4 && !isJoined(word)) {
            facts.add(word, 1, to - from > 4 ? STRONG : WEAK);
        }
    }

    /** Long words of letters alone, which may be several in one. */
    private void humps() {
        for (int i = 0; i < longCount; i++) {
            int word = longs[i];
            if (ends[word] - starts[word] >= LONG && humps(starts[word], ends[word]) >= 3 && !hasDigit(word) && !isJoined(word)) {
                facts.add(word, 1, STRONG);
            }
        }
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

    /** What is nothing but digits, in groups of thousands or not, with a fraction or not; what goes on with letters is none. */
    private boolean number(int word, int from, int to) {
        int digits = numbers.digits(from);
        if (numbers.goesOn(digits)) {
            if (!numbers.isNext(from)) {
                return false;
            }
            hashes[word] = numbers.hash();
            numberFact(word, significant(word, numbers.digits()), false);
            return true;
        }
        if (digits < to || bytes[to] == IDEOGRAPH || isIdeographBefore(from)) {
            return false;
        }
        numberFact(word, significant(word, to - from - numbers.zerosBefore(to, from)), isYear(from, to));
        return true;
    }

    private boolean isYear(int from, int to) {
        return to - from == 4 && (bytes[from] == '1' && bytes[from + 1] >= '8' || bytes[from] == '2' && bytes[from + 1] == '0');
    }

    private boolean isIdeographBefore(int at) {
        return at > 0 && bytes[at - 1] == IDEOGRAPH;
    }

    /** Without zeros that it begins with. */
    private int significant(int word, int digits) {
        int significant = digits;
        for (int i = starts[word]; i < ends[word] && (bytes[i] == '0' || bytes[i] == '.'); i++) {
            significant -= bytes[i] == '0' ? 1 : 0;
        }
        return significant;
    }

    /** @param significant digits without zeros at either end */
    private void numberFact(int word, int significant, boolean year) {
        if (!year && significant >= 3 && !isJoined(word)) {
            facts.add(word, 1, significant > 3 ? STRONG : WEAK);
        }
        // a key and its number say more than the number
        if (isKeyed(word)) {
            facts.add(word, 2, significant > 2 ? STRONG : WEAK);
        }
    }

    /** Whether there is nothing but a colon, or the like, between a word and one before it that may be its key. */
    private boolean isKeyed(int word) {
        int key = word - 1;
        if (key < 0 || key == lastDigit || ends[key] - starts[key] <= 2) {
            return false;
        }
        for (int i = starts[word] - 1; i >= ends[key]; i--) {
            if (bytes[i] == ':' || bytes[i] == '=') {
                return true;
            }
        }
        return false;
    }

    /** Words that hang together: {@code ORD-9931}, {@code 2026-11-21}, {@code a@b.org}; from this one on. Answers where they end. */
    private int chain(int from) {
        int last = from;
        int underscores = 0;
        boolean address = false;
        while (last + 1 < count && (starts[last + 1] == ends[last] || JOINS[bytes[ends[last]]] && isWord(bytes[ends[last] + 1]))) {
            last++;
            byte joint = bytes[starts[last] - 1];
            underscores += joint == '_' ? 1 : 0;
            address |= joint == '@';
        }
        int end = ends[last];
        int chars = end - starts[from];
        if (chars < 5) {
            return end;
        }
        if (Numbers.areIn(bytes, starts[from], end)) {
            addChain(from, last, chars > 5 || hasLetter(from, last) || address && chars > 7 || underscores > 1);
        } else if (address || underscores > 0 && !isKey(end - 1)) { // a key is the form, not what was filled in
            addChain(from, last, address && chars > 7 || underscores > 1);
        }
        return end;
    }

    private void addChain(int from, int last, boolean strong) {
        facts.add(last, Math.min(last + 1 - from, LONGEST_FACT), strong ? STRONG : WEAK);
    }

    private boolean hasLetter(int from, int last) {
        boolean letter = false;
        for (int i = from; i <= last; i++) {
            letter |= bytes[starts[i]] > '9' || bytes[starts[i]] < 0;
        }
        return letter;
    }

    /** @param before how many words there are before it */
    private void quote(int at, int before) {
        int from = quoteFrom;
        if (from < 0) {
            quoteFrom = before;
            quoteAt = at;
            return;
        }
        quoteFrom = NONE;
        int words = before - from;
        if (words == 0 || words > QUOTED || at - quoteAt > QUOTED_CHARS || isKey(at)) {
            return;
        }
        boolean name = true;
        int letters = 0;
        for (int i = from; i < before; i++) {
            letters += ends[i] - starts[i];
            name &= isCapital(starts[i]) && ends[i] - starts[i] > 2 && !isCapital(starts[i] + 1);
        }
        if (letters >= 4) {
            facts.add(before - 1, words, name ? STRONG : WEAK);
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

    /** Words that may be such a name's first: their numbers, and how many. */
    int capitalPairs(int[] into) {
        int pairs = 0;
        int before = 0;
        for (int i = 0; i < count; i++) {
            byte b = bytes[starts[i]];
            int capital = (b >>> 6 & ~b >>> 5 | b >>> 7) & 1; // a letter that is no small one, or no ASCII
            into[pairs] = i - 1;
            pairs += capital & before;
            before = capital;
        }
        return pairs;
    }

    /** Whether the whole text is a name and no more, {@code Belle de Zwolle}. */
    boolean isName() {
        return count > 1 && count < 4 && ends[count - 1] - starts[0] >= NAME && isCapital(starts[0]) && isCapital(starts[count - 1])
                && ends[count - 1] == length;
    }

    void nameIsFact() {
        facts.add(count - 1, count, STRONG);
    }
}

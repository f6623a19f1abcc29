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
    /** What is nothing but the end of a word, where it joins none. */
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = "\"\\\n".indexOf(c) < 0 && !isWord((byte) c);
        }
        for (char c : "-_./:@".toCharArray()) {
            JOINS[c] = true;
        }
    }

    final Facts facts = new Facts();
    private final Marks marks = new Marks();
    private final WordHash word = new WordHash();
    private final Numbers numbers = new Numbers();
    /** The first and the last word of those that hang together here. */
    private int chainFrom;

    private int chainLast;
    private int quoteFrom;
    private int quoteAt;
    private int lastLookedAt;
    /** The last word that has a digit. */
    private int lastDigit;
    /** The end of an escape. */
    private int goOnAt;

    /**
     * Takes a text in the place of the one before.
     *
     * @param utf8 the same text
     */
    Tokens of(String text, byte[] utf8) {
        begin(text, utf8);
        facts.count = 0;
        chainFrom = NONE;
        quoteFrom = NONE;
        lastLookedAt = NONE;
        lastDigit = NONE;
        goOnAt = 0;
        if (length > 0) {
            marks.find(bytes, length);
            numbers.of(bytes, length);
            joinNumbers();
            if (hasIdeographs) {
                cutIdeographs();
            }
            take(marks);
            look();
        }
        return this;
    }

    @Override
    void clear() {
        super.clear();
        facts.count = 0;
    }

    private void joinNumbers() {
        int done = 0;
        for (int block = 0; block < marks.blocks; block++) {
            for (long left = marks.numbers(block); left != 0; left &= left - 1) {
                int at = block * Marks.BLOCK + Long.numberOfTrailingZeros(left);
                if (at >= done) {
                    done = joinNumber(at);
                }
            }
        }
    }

    /** Makes one word of a number that has a digit here and a point or comma behind it; answers where it ends. */
    private int joinNumber(int digit) {
        int from = digit;
        while (from > 0 && Numbers.isDigit(bytes[from - 1])) {
            from--;
        }
        if (from > 0 && isWord(bytes[from - 1])) {
            return 0;
        }
        int end = numbers.take(from);
        for (int i = digit + 1; i < end; i++) {
            if (!Numbers.isDigit(bytes[i])) {
                marks.join(i);
                marks.noStart(i + 1);
            }
        }
        return end;
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

    /** What is more than words, or no word of ASCII's letters, in the order of the text. */
    private void look() {
        int begun = 0;
        for (int block = 0; block < marks.blocks; block++) {
            long starts = marks.starts[block];
            long joints = marks.joints(block);
            for (long left = marks.events(block) | joints; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                int at = block * Marks.BLOCK + bit;
                byte b = bytes[at];
                if (b == '"' && quoteFrom < 0 && at >= goOnAt && isKeyTo(block, left & left - 1)) {
                    left &= left - 1;
                    continue;
                }
                boolean joint = (joints >>> bit & 1) != 0 && JOINS[b];
                if (joint || b < 0 || !PLAIN[b]) {
                    event(at, b, begun + Long.bitCount(starts & -1L >>> 63 - bit) - 1, joint);
                }
            }
            begun += Long.bitCount(starts);
        }
        endChain();
    }

    /** Whether the first of these is the quote behind a key of JSON: of most keys there is no more to look at. */
    private boolean isKeyTo(int block, long events) {
        int at = block * Marks.BLOCK + Long.numberOfTrailingZeros(events);
        return events != 0 && bytes[at] == '"' && bytes[at + 1] == ':';
    }

    /** @param word the last one that begins here or before */
    private void event(int at, byte b, int word, boolean joint) {
        if (chainFrom >= 0 && at >= ends[chainLast]) {
            endChain();
        }
        if (at < goOnAt) {
            return;
        }
        if (isWord(b)) {
            if (word != lastLookedAt) {
                lastLookedAt = word;
                word(word, starts[word], ends[word]);
            }
            return;
        }
        if (joint && chainFrom < 0) {
            beginChain(word);
        }
        switch (b) {
            case '"' -> quote(at, word + 1);
            case '\\' -> escape(at, word + 1);
            case '\n' -> quoteFrom = NONE;
            default -> {}
        }
    }

    /** What a JSON string has in the place of a character that is none of a word. */
    private void escape(int at, int before) {
        byte b = bytes[at + 1];
        if (b == '"') {
            quote(at + 1, before);
        }
        goOnAt = b == '"' || b == '\\' || b == '/' ? at + 2 : at + 1;
    }

    /** A word that has digits, or no ASCII, or is a long one. */
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
        if (chainFrom < 0 && (digit && to - from >= 4 || to - from >= LONG && humps(from, to) >= 3)) {
            facts.add(hashes[word], word, 1, to - from > 4 ? STRONG : WEAK);
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
            numberFact(word, numbers.digits(), false);
            return true;
        }
        if (digits < to || bytes[to] == IDEOGRAPH || isIdeographBefore(from)) {
            return false;
        }
        boolean year = to - from == 4 && (bytes[from] == '1' && bytes[from + 1] >= '8' || bytes[from] == '2' && bytes[from + 1] == '0');
        if (chainFrom < 0 || isKeyed(word)) {
            numberFact(word, to - from - numbers.zerosBefore(to, from), year);
        }
        return true;
    }

    private boolean isIdeographBefore(int at) {
        return at > 0 && bytes[at - 1] == IDEOGRAPH;
    }

    /** @param digits without the round end */
    private void numberFact(int word, int digits, boolean year) {
        int significant = digits;
        for (int i = starts[word]; i < ends[word] && (bytes[i] == '0' || bytes[i] == '.'); i++) {
            significant -= bytes[i] == '0' ? 1 : 0;
        }
        if (chainFrom < 0 && !year && significant >= 3) {
            facts.add(hashes[word], word, 1, significant > 3 ? STRONG : WEAK);
        }
        // a key and its number say more than the number
        if (isKeyed(word)) {
            facts.add(gram(word - 1, word + 1), word, 2, significant > 2 ? STRONG : WEAK);
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

    /** Words that hang together: {@code ORD-9931}, {@code 2026-11-21}, {@code a@b.org}; from the word before the first joint on. */
    private void beginChain(int word) {
        int last = word;
        while (last + 1 < count && (starts[last + 1] == ends[last] || JOINS[bytes[ends[last]]] && isWord(bytes[ends[last] + 1]))) {
            last++;
        }
        chainFrom = word;
        chainLast = last;
    }

    private void endChain() {
        int from = chainFrom;
        chainFrom = NONE;
        if (from < 0) {
            return;
        }
        int to = chainLast + 1;
        boolean digit = lastDigit >= from;
        boolean address = false;
        int underscores = 0;
        boolean letter = false;
        for (int i = from; i < to; i++) {
            letter |= bytes[starts[i]] > '9' || bytes[starts[i]] < 0;
            byte joint = i > from ? bytes[starts[i] - 1] : 0;
            underscores += joint == '_' ? 1 : 0;
            address |= joint == '@';
        }
        int chars = ends[chainLast] - starts[from];
        boolean named = underscores > 0 && !isKey(ends[chainLast] - 1); // a key is the form, not what was filled in
        if (chars >= 5 && (digit || address || named)) {
            int words = Math.min(to - from, LONGEST_FACT);
            boolean strong = digit && (chars > 5 || letter) || address && chars > 7 || underscores > 1;
            facts.add(gram(to - words, to), chainLast, words, strong ? STRONG : WEAK);
        }
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
            facts.add(gram(from, before), before - 1, words, name ? STRONG : WEAK);
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

    /** How many words in {@link #capitals} may be such a name's first: no other is. */
    int capitalPairs() {
        if (!isAscii) {
            capitalCount = 0;
            for (int i = 1; i < count; i++) {
                capitals[capitalCount] = i;
                capitalCount += isMention(i) ? 1 : 0;
            }
        }
        return capitalCount;
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

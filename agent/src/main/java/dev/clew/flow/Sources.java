package dev.clew.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The texts of one trace, and where in them each run of words and each fact is: the newest first. */
final class Sources {
    /** Words in a row that are looked up: {@link Words#fours}. */
    static final int GRAM = 4;
    /** Of a long text every fourth gram is kept, while all of an input are looked up: a run of GRAM + STRIDE - 1 words is always found. */
    private static final int STRIDE = 4;
    /** A text of fewer words is kept whole. */
    private static final int SHORT = 64;

    private static final int MAX_WORDS = 1 << 18;
    /** Bits of a fact's weight, beside its first word. */
    private static final int WEIGHT = 2;

    Table grams;
    Table facts;
    Table wholes;
    /** Names of two words that an output has within a sentence: evidence where an input quotes them. */
    Table mentions;

    private List<Source> all = new ArrayList<>();
    private int words;
    /** A bit for each first word of a fact: where it is not set, none begins. Never cleared: a lookup more, nothing else. */
    private final long[] factStarts = new long[1 << 9];

    Sources() {
        clear(1 << 8);
    }

    private void clear(int expected) {
        grams = new Table(expected);
        facts = new Table(expected / 4);
        wholes = new Table(expected / 8);
        mentions = new Table(expected / 8);
    }

    int size() {
        return all.size();
    }

    Source get(int number) {
        return all.get(number);
    }

    int number(Source source) {
        return all.indexOf(source);
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        return grams.bytes() + facts.bytes() + 8L * factStarts.length + wholes.bytes() + mentions.bytes() + 4L * words + 96L * all.size();
    }

    /** Which of so many words a fact may begin with: their numbers, and how many. Without a branch, since most do not. */
    int factStarts(int[] hashes, int count, int[] into) {
        long[] bits = factStarts;
        int found = 0;
        for (int i = 0; i < count; i++) {
            int start = spread(hashes[i]);
            into[found] = i;
            found += (int) (bits[start >>> 6] >>> start) & 1;
        }
        return found;
    }

    /** To 15 bits: the upper ones of a product are good ones. */
    private static int spread(int hash) {
        return hash >>> 17;
    }

    /** The first word of a fact at a place of {@link #facts} or {@link #mentions}. */
    static int word(int position) {
        return position >>> WEIGHT;
    }

    static byte weight(int position) {
        return (byte) (position & (1 << WEIGHT) - 1);
    }

    /** Keeps a text for later lookups, but for those of its words that need none. */
    void keep(Origin work, Tokens tokens, Text text, BitSet without) {
        Source source = new Source(work, tokens, text);
        if (work == null) {
            source.leaveOut(without); // of a prompt its own words are from outside, not what it quotes
        } else if (tokens.isName()) {
            tokens.nameIsFact();
        }
        int number = all.size();
        all.add(source);
        words += tokens.count;
        wholes.add(tokens.whole(), number, 0);
        boolean isNew = without.isEmpty();
        keepGrams(tokens, number, isNew ? null : without);
        if (work != null) {
            keepMentions(tokens, number);
        }
        keepFacts(tokens, number, isNew ? null : without);
    }

    private void keepGrams(Tokens tokens, int number, BitSet without) {
        int last = tokens.count - GRAM;
        int stride = tokens.count <= SHORT ? 1 : STRIDE;
        int[] keys = tokens.fours();
        grams.expect(last / stride + 1);
        for (int i = 0; i <= last; i += stride) {
            if (without == null || without.nextClearBit(i) < i + GRAM) {
                grams.add(keys[i], number, i);
            }
        }
    }

    private void keepMentions(Tokens tokens, int number) {
        int[] pairs = tokens.picks();
        int candidates = tokens.capitalPairs(pairs);
        for (int c = 0; c < candidates; c++) {
            int i = pairs[c];
            if (tokens.isMention(i)) {
                mentions.add(tokens.gram(i, i + 2), number, i << WEIGHT | Tokens.STRONG);
            }
        }
    }

    private void keepFacts(Tokens tokens, int number, BitSet without) {
        Facts own = tokens.facts;
        facts.expect(own.count);
        for (int i = 0; i < own.count; i++) {
            int from = own.from(i);
            if (without == null || without.nextClearBit(from) <= own.at[i]) {
                facts.add(own.hashes[i], number, from << WEIGHT | own.weights[i]);
                int start = spread(tokens.hashes[from]);
                factStarts[start >>> 6] |= 1L << start;
            }
        }
    }

    /** Whether there are too many words, and the older half was forgotten: what was said long ago is found no more, and nothing else is wrong. */
    boolean forgetsHalf() {
        if (words <= MAX_WORDS) {
            return false;
        }
        List<Source> old = all;
        int drop = 0;
        while (words > MAX_WORDS / 2 && drop < old.size()) {
            words -= old.get(drop++).words.length;
        }
        Table oldGrams = grams;
        Table oldFacts = facts;
        Table oldWholes = wholes;
        Table oldMentions = mentions;
        clear(words / 2);
        all = new ArrayList<>(old.subList(drop, old.size()));
        oldGrams.copyTo(grams, drop);
        oldFacts.copyTo(facts, drop);
        oldWholes.copyTo(wholes, drop);
        oldMentions.copyTo(mentions, drop);
        return true;
    }
}

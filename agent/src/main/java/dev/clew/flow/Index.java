package dev.clew.flow;

import java.util.BitSet;

/** Where runs of words and facts are, in those texts of a trace that came from outside, or in all others. */
final class Index {
    /** Of a long text every fourth gram is kept, while all of an input are looked up: a run of GRAM + STRIDE - 1 words is always found. */
    static final int STRIDE = 4;
    /** A text of fewer words is kept whole. */
    private static final int SHORT = 64;
    /** Bits of a fact's weight, and of how many words it has, beside its first word. */
    private static final int WEIGHT = 2;

    private static final int WORDS = 7;

    Table grams = new Table();
    /** By their only word, or by the last two: of ids and addresses the first ones are often the same. */
    Table facts = new Table();
    /** Names of two words that an output has within a sentence: evidence where an input quotes them. */
    Table mentions = new Table();

    boolean isEmpty() {
        return grams.isEmpty() && facts.isEmpty();
    }

    /** Bytes that it takes, roughly. */
    long bytes() {
        return grams.bytes() + facts.bytes() + mentions.bytes();
    }

    /** The first word of a fact at a place of {@link #facts} or {@link #mentions}. */
    static int word(int position) {
        return position >>> WEIGHT + WORDS;
    }

    static int words(int position) {
        return position >>> WEIGHT & (1 << WORDS) - 1;
    }

    static byte weight(int position) {
        return (byte) (position & (1 << WEIGHT) - 1);
    }

    private static int position(int word, int words, int weight) {
        return word << WEIGHT + WORDS | words << WEIGHT | weight;
    }

    /** @param without words that are somebody else's; null for none */
    void keep(Tokens tokens, int number, BitSet without) {
        keepGrams(tokens, number, without);
        keepFacts(tokens, number, without);
    }

    private void keepGrams(Tokens tokens, int number, BitSet without) {
        int last = tokens.count - Sources.GRAM;
        int stride = tokens.count <= SHORT ? 1 : STRIDE;
        int[] keys = tokens.fours();
        grams.expect(last / stride + 1);
        for (int i = 0; i <= last; i += stride) {
            if (without == null || without.nextClearBit(i) < i + Sources.GRAM) {
                grams.addNew(keys[i], number, i);
            }
        }
    }

    private void keepFacts(Tokens tokens, int number, BitSet without) {
        Facts own = tokens.facts;
        facts.expect(own.count);
        for (int i = 0; i < own.count; i++) {
            int from = own.from(i);
            int words = own.words[i];
            if (without == null || without.nextClearBit(from) <= own.at[i]) {
                facts.add(words == 1 ? tokens.one(from) : tokens.two(own.at[i] - 1), number, position(from, words, own.weights[i]));
            }
        }
    }

    void keepMentions(Tokens tokens, int number) {
        int[] pairs = tokens.picks();
        int candidates = tokens.capitalPairs(pairs);
        mentions.expect(candidates);
        for (int c = 0; c < candidates; c++) {
            int i = pairs[c];
            if (tokens.isMention(i)) {
                mentions.add(tokens.two(i), number, position(i, 2, Tokens.STRONG));
            }
        }
    }

    /** What is left without sources before the given one. */
    void forget(int before) {
        grams = grams.from(before);
        facts = facts.from(before);
        mentions = mentions.from(before);
    }
}

package dev.clew.flow;

import java.util.Arrays;
import java.util.BitSet;

/** What one text has of one source: runs of words, and facts. */
final class Match {
    /** Words in a row that nobody writes by chance. */
    private static final int LONG_RUN = 12;
    /** Fewer are enough where some of them are more than grammar: {@link Tokens#content} of all together. */
    private static final int RUN = 8;

    private static final int CONTENT = 6;
    static final int SHORT_RUN = 5;
    private static final int CONTENT_OF_SHORT = 8;
    private static final int A_STRONG_FACT = 6;
    private static final int A_WEAK_FACT = 2;
    /** Facts come in the order of the text, or nearly so: one that overlaps is among the last. */
    private static final int NEAR = 8;

    private static final int[] NONE = {};
    private static final byte[] NO_WEIGHTS = {};

    /** Among the sources. */
    final int number;

    final Source source;
    private int[] from = NONE;
    private int[] to = NONE;
    private int runs;
    private int[] factFrom = NONE;
    private int[] factTo = NONE;
    private byte[] weights = NO_WEIGHTS;
    private int facts;
    boolean whole;

    Match(int number, Source source) {
        this.number = number;
        this.source = source;
    }

    /** End of the last run. */
    int reached() {
        return runs == 0 ? 0 : to[runs - 1];
    }

    void run(int begin, int end) {
        if (runs == from.length) {
            from = Arrays.copyOf(from, 2 * runs + 2);
            to = Arrays.copyOf(to, 2 * runs + 2);
        }
        from[runs] = begin;
        to[runs++] = end;
    }

    void fact(int begin, int end, byte weight) {
        for (int i = facts - 1; i >= 0 && i >= facts - NEAR; i--) {
            if (begin < factTo[i] && factFrom[i] < end) {
                weights[i] = (byte) Math.max(weights[i], weight); // an address and the number in it are one fact
                return;
            }
        }
        if (facts == factFrom.length) {
            factFrom = Arrays.copyOf(factFrom, 2 * facts + 2);
            factTo = Arrays.copyOf(factTo, 2 * facts + 2);
            weights = Arrays.copyOf(weights, 2 * facts + 2);
        }
        factFrom[facts] = begin;
        factTo[facts] = end;
        weights[facts++] = weight;
    }

    /** How much it explains of what nothing else explains yet; 0 where that is too little to be no chance. */
    int score(Tokens tokens, BitSet explained) {
        if (whole) {
            int left = left(0, tokens.count, explained);
            return left * A_STRONG_FACT; // nothing that is part of it says as much
        }
        int score = 0;
        boolean enough = false;
        for (int i = 0; i < runs; i++) {
            int left = canTell(i) ? left(from[i], to[i], explained) : 0;
            if (left > 0 && isTelling(tokens, i, left)) {
                enough = true;
                score += left;
            }
        }
        int weak = 0;
        for (int i = 0; i < facts; i++) {
            if (left(factFrom[i], factTo[i], explained) > 0) {
                boolean strong = weights[i] == Tokens.STRONG;
                weak += strong ? 0 : 1;
                enough |= strong || weak > 1;
                score += strong ? A_STRONG_FACT : A_WEAK_FACT;
            }
        }
        return enough ? score : 0;
    }

    /** Whether a run is long enough to say something, should nothing else explain it: most are no more than a phrase. */
    private boolean canTell(int run) {
        int length = to[run] - from[run];
        return length >= SHORT_RUN || length == source.words.length;
    }

    private boolean isTelling(Tokens tokens, int run, int left) {
        if (left >= LONG_RUN) {
            return true;
        }
        // of all that it said there is not more to expect
        boolean all = to[run] - from[run] == source.words.length;
        if (left < (all ? Sources.GRAM : SHORT_RUN)) {
            return false;
        }
        int enough = all || left >= RUN ? CONTENT : CONTENT_OF_SHORT;
        int content = 0;
        for (int i = from[run]; i < to[run] && content < enough; i++) {
            content += tokens.content(i);
        }
        return content >= enough;
    }

    private static int left(int from, int to, BitSet explained) {
        int left = 0;
        for (int i = explained.nextClearBit(from); i < to; i = explained.nextClearBit(i + 1)) {
            left++;
        }
        return left;
    }

    void explain(Tokens tokens, BitSet explained) {
        if (whole) {
            explained.set(0, tokens.count);
        }
        for (int i = 0; i < runs; i++) {
            explained.set(from[i], to[i]);
        }
        for (int i = 0; i < facts; i++) {
            explained.set(factFrom[i], factTo[i]);
        }
    }

    /** Words of the source that were found. */
    int words(Tokens tokens) {
        if (whole) {
            return tokens.count;
        }
        int words = 0;
        for (int i = 0; i < runs; i++) {
            words += to[i] - from[i];
        }
        for (int i = 0; i < facts; i++) {
            if (!inRun(factFrom[i])) {
                words += factTo[i] - factFrom[i];
            }
        }
        return words;
    }

    private boolean inRun(int word) {
        for (int i = 0; i < runs; i++) {
            if (from[i] <= word && word < to[i]) {
                return true;
            }
        }
        return false;
    }

    /** The longest run as it stands in the text, or the first fact. */
    String sample(Tokens tokens, String text) {
        int begin = 0;
        int end = whole ? tokens.count : 0;
        for (int i = 0; i < runs; i++) {
            if (to[i] - from[i] > end - begin) {
                begin = from[i];
                end = to[i];
            }
        }
        int fact = -1;
        for (int i = 0; i < facts && end == 0; i++) {
            if (fact < 0 || weights[i] > weights[fact]) {
                fact = i;
            }
        }
        if (fact >= 0) {
            begin = factFrom[fact];
            end = factTo[fact];
        }
        return Edge.sample(text, tokens.starts[begin], tokens.ends[end - 1]);
    }
}

package dev.clew.flow;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The texts of one trace. */
final class Sources {
    /** Words in a row that are looked up: {@link Words#fours}. */
    static final int GRAM = 4;

    private static final int MAX_WORDS = 1 << 18;

    /** What came from outside. */
    final Index outside = new Index();
    /** What came out of some work. */
    final Index inside = new Index();

    Table wholes = new Table();

    private List<Source> all = new ArrayList<>();
    private int words;

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
        return outside.bytes() + inside.bytes() + wholes.bytes() + 4L * words + 112L * all.size();
    }

    /** Keeps a text for later lookups, but for those of its words that need none. */
    Source keep(Origin work, Tokens tokens, Text text, BitSet without) {
        Source source = new Source(work, tokens, text);
        if (work == null) {
            source.leaveOut(without); // of a prompt its own words are from outside, not what it quotes
        } else if (tokens.isName()) {
            tokens.nameIsFact();
        }
        int number = all.size();
        all.add(source);
        words += tokens.count;
        wholes.expect(1);
        wholes.add(source.whole, number, 0);
        Index index = work == null ? outside : inside;
        index.keep(tokens, number, without.isEmpty() ? null : without);
        if (work != null) {
            index.keepMentions(tokens, number);
        }
        return source;
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
        all = new ArrayList<>(old.subList(drop, old.size()));
        wholes = wholes.from(drop);
        outside.forget(drop);
        inside.forget(drop);
        return true;
    }
}

package dev.clew.flow;

import java.util.Arrays;
import java.util.BitSet;

/** A text that was seen, as the hashes of its words: nothing of the application's is kept. */
final class Source {
    private static final int NO_WORD = 0;

    /** Null where it came from outside of the trace: a person, a prompt, a program's own constants. */
    Origin origin;

    final int[] words;
    /** Key of all its words, and where the first begins and the last ends. */
    final int whole;

    final int from;
    final int to;
    private final String callId;

    Source(Origin origin, Tokens tokens, Text text) {
        this.origin = origin;
        this.words = Arrays.copyOf(tokens.hashes, tokens.count);
        this.whole = tokens.whole();
        this.from = tokens.starts[0];
        this.to = tokens.ends[tokens.count - 1];
        this.callId = text.callId();
    }

    /** These words are not its own: no run goes on through them. */
    void leaveOut(BitSet others) {
        for (int i = others.nextSetBit(0); i >= 0; i = others.nextSetBit(i + 1)) {
            words[i] = NO_WORD;
        }
    }

    boolean isOutside() {
        return origin == null;
    }

    /** Whether others put it in where it came from. */
    boolean passesOn() {
        return origin != null && origin.passesOn();
    }

    void comesFrom(Origin other) {
        origin = other;
    }

    /** Whether its words from one on are these: a hash is never believed alone. */
    boolean has(int[] hashes, int from, int to, int first) {
        return first + to - from <= words.length && Arrays.equals(hashes, from, to, words, first, first + to - from);
    }

    boolean answers(Text text) {
        return callId != null && callId.equals(text.callId());
    }

    /** Clocks of two threads are read a little apart. */
    private static final long SLACK = 5_000_000;

    boolean canFeed(Origin to) {
        return origin == null || origin.end() <= to.start() + SLACK && !origin.holds(to) && !to.holds(origin);
    }
}

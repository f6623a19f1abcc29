package dev.clew.flow;

import java.util.Arrays;

/** A text that was seen, as the hashes of its words: nothing of the application's is kept. */
final class Source {
    /** Null where it came from outside of the trace: a person, a prompt, a program's own constants. */
    final Origin origin;

    final int[] words;
    private final String callId;

    Source(Origin origin, Tokens tokens, Text text) {
        this.origin = origin;
        this.words = Arrays.copyOf(tokens.hashes, tokens.count);
        this.callId = text.callId();
    }

    boolean isOutside() {
        return origin == null;
    }

    boolean answers(Text text) {
        return callId != null && callId.equals(text.callId());
    }

    /** Clocks of two threads are read a little apart. */
    private static final long SLACK = 5_000_000;

    boolean canFeed(Origin to) {
        return origin == null || origin.end() <= to.start() + SLACK && !origin.holds(to);
    }
}

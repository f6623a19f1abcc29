package dev.clew.flow;

/**
 * Text that came out of one piece of work went into another.
 *
 * @param from the work it came out of
 * @param share of that output's words, 0..1, that were found again
 * @param sample what was found again, as it stands in the input; not longer than {@value #SAMPLE} characters;
 *     stars where it would give a secret away
 */
public record Edge(Origin from, double share, String sample) {
    static final int SAMPLE = 160;
}

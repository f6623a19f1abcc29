package dev.clew.flow;

/**
 * What came out of one piece of work went into another.
 *
 * @param from the work it came out of
 * @param share of that output's words, 0..1, that were found again
 * @param sample what was found again, as it stands in the input; not longer than {@value #SAMPLE} characters;
 *     stars where it would give a secret away; null for an object that is no text
 * @param same whether it was the very same object, and not only one that says the same
 */
public record Edge(Origin from, double share, String sample, boolean same) {
    static final int SAMPLE = 160;
}

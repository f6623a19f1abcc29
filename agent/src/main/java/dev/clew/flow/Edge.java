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
    private static final int SAMPLE = 160;

    /** A piece of a text, or its first so many characters: not the text itself, which is the very object that the application has. */
    static String sample(String text, int from, int to) {
        int end = Math.min(to, from + SAMPLE);
        if (end > from && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return new String(text.substring(from, end));
    }
}

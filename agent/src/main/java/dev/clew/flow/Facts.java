package dev.clew.flow;

import java.util.Arrays;

/** The facts of a text, in the order of their ends, or nearly so. */
final class Facts {
    int count;
    /** The last word of a fact, and how many words it has. */
    int[] at = new int[64];

    byte[] words = new byte[64];
    byte[] weights = new byte[64];

    void add(int last, int length, byte weight) {
        if (count == at.length) {
            at = Arrays.copyOf(at, 2 * count);
            words = Arrays.copyOf(words, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        at[count] = last;
        words[count] = (byte) length;
        weights[count++] = weight;
    }

    /** The first word of a fact. */
    int from(int fact) {
        return at[fact] + 1 - words[fact];
    }
}

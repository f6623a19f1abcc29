package dev.clew.flow;

import java.util.Arrays;

/** Runs of words that came up in a text again and again and never were part of a longer one: of a form, {@code "open":true,"id":"ORD}. */
final class Phrases {
    /** So often a run is looked at before it is one. */
    private static final int OFTEN = 2;

    private static final int PLACES = 128;
    private static final int SHIFT = Integer.numberOfLeadingZeros(PLACES - 1);

    private final int[] keys = new int[PLACES];
    private final byte[] times = new byte[PLACES];

    void clear() {
        Arrays.fill(times, (byte) 0);
    }

    void add(int key) {
        int place = key >>> SHIFT;
        times[place] = keys[place] == key ? (byte) Math.min(times[place] + 1, OFTEN) : 1;
        keys[place] = key;
    }

    boolean contain(int key) {
        int place = key >>> SHIFT;
        return keys[place] == key && times[place] == OFTEN;
    }
}

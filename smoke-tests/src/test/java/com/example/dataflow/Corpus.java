package com.example.dataflow;

import java.util.ArrayList;
import java.util.List;

/** All scenarios. */
public final class Corpus {
    private Corpus() {}

    /** Those that the search for flows was mended by. */
    public static List<Scenario> known() {
        List<Scenario> known = new ArrayList<>(Copies.all());
        known.addAll(Facts.all());
        known.addAll(Sources.all());
        known.addAll(Distractors.all());
        return known;
    }

    /** Those that were written after that. */
    public static List<Scenario> heldOut() {
        return HeldOut.all();
    }

    /** Those that were written after it was mended by the held out ones. */
    public static List<Scenario> heldOutLater() {
        return HeldOutLater.all();
    }

    /** Those that nothing was mended by. */
    public static List<Scenario> heldOutLast() {
        return HeldOutLast.all();
    }

    /** Those of agents at once and of workflows, written after all of these. */
    public static List<Scenario> together() {
        return Together.all();
    }

    public static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(known());
        all.addAll(heldOut());
        all.addAll(heldOutLater());
        all.addAll(heldOutLast());
        all.addAll(together());
        return all;
    }
}

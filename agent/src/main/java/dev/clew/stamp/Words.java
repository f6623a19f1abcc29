package dev.clew.stamp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text as words, with gaps where it is not known what stands there. What it has in common with another is found as runs of
 * words; a short run between two gaps may be chance, and is part of the gap.
 */
final class Words {
    static final String GAP = "\u2026";

    private static final int LEAST_RUN = 3;
    /** Beyond this, in words times words, a middle that differs is one gap. */
    private static final long MOST_WORK = 4_000_000;

    private static final int DEEPEST = 100;

    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?";
    /** Dates, times and long ids: never what a prompt is about, and always other ones. */
    private static final Pattern PASSING = Pattern.compile("\\b[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}\\b"
            + "|\\b\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?:\\[[\\w/]+\\])?"
            + "|\\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:" + MONTH + " \\d{1,2},? \\d{4}|\\d{1,2}\\.? " + MONTH + " \\d{4})\\b"
            + "|\\b\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AaPp][Mm])?\\b|\\b[0-9a-f]{24,}\\b");

    private final String[] words;
    /** What stands before each word: white space, or a gap; one more for what stands at the end. */
    private final String[] before;
    private Set<String> all;

    private Words(String[] words, String[] before) {
        this.words = words;
        this.before = before;
    }

    /** Without its dates, times and long ids. */
    static String lasting(String text) {
        return PASSING.matcher(text).replaceAll(GAP);
    }

    static Words of(String text) {
        List<String> words = new ArrayList<>();
        List<String> before = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int from = at;
            while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
                to++;
            }
            before.add(text.substring(at, from));
            if (to > from) {
                words.add(text.substring(from, to));
            }
            at = to;
        }
        if (before.size() == words.size()) {
            before.add("");
        }
        return new Words(words.toArray(new String[0]), before.toArray(new String[0]));
    }

    int count() {
        return words.length;
    }

    /** How many words both begin with. */
    int sameStart(Words other) {
        int same = 0;
        while (same < words.length && same < other.words.length && before[same] != GAP && words[same].equals(other.words[same])) {
            same++;
        }
        return same;
    }

    /** How many words both end with. */
    int sameEnd(Words other) {
        return sameEnd(other, 0);
    }

    private int sameEnd(Words other, int from) {
        int most = Math.min(words.length, other.words.length) - from;
        int same = 0;
        while (same < most && before[words.length - same] != GAP
                && words[words.length - 1 - same].equals(other.words[other.words.length - 1 - same])) {
            same++;
        }
        return same;
    }

    /** Whether half the words of the shorter one are in the other, in whatever order. */
    boolean isMostlyOf(Words other) {
        if (all == null) {
            all = new HashSet<>(Arrays.asList(words));
        }
        int both = 0;
        for (String word : other.words) {
            both += all.contains(word) ? 1 : 0;
        }
        return 2 * both >= Math.min(words.length, other.words.length);
    }

    /** What both have, in order, with gaps for the rest. */
    Words common(Words other) {
        int start = sameStart(other);
        int end = sameEnd(other, start);
        boolean[] kept = new boolean[words.length];
        boolean[] follows = new boolean[words.length + 1];
        for (int i = 0; i < start; i++) {
            kept[i] = true;
            follows[i] = true;
        }
        for (int i = words.length - end; i < words.length; i++) {
            kept[i] = true;
            follows[i + 1] = true;
        }
        if (start == words.length && start == other.words.length) {
            follows[start] = true;
        }
        runs(other, start, words.length - end, start, other.words.length - end, kept, follows, 0);
        return with(kept, follows);
    }

    /** The longest run that both have, then what is left and right of it. */
    private void runs(Words other, int from, int to, int otherFrom, int otherTo, boolean[] kept, boolean[] follows, int depth) {
        boolean tooShort = to - from < LEAST_RUN || otherTo - otherFrom < LEAST_RUN;
        if (tooShort || depth > DEEPEST || (long) (to - from) * (otherTo - otherFrom) > MOST_WORK) {
            return;
        }
        Map<String, List<Integer>> places = new HashMap<>();
        for (int j = otherFrom; j < otherTo; j++) {
            places.computeIfAbsent(other.words[j], word -> new ArrayList<>(2)).add(j);
        }
        int[] lengths = new int[otherTo - otherFrom + 1];
        int longest = 0;
        int at = 0;
        int otherAt = 0;
        for (int i = from; i < to; i++) {
            int[] next = new int[lengths.length];
            for (int j : places.getOrDefault(words[i], List.of())) {
                boolean goesOn = i > from && before[i] != GAP;
                int length = (goesOn ? lengths[j - otherFrom] : 0) + 1;
                next[j - otherFrom + 1] = length;
                if (length > longest) {
                    longest = length;
                    at = i - length + 1;
                    otherAt = j - length + 1;
                }
            }
            lengths = next;
        }
        if (longest < LEAST_RUN) {
            return;
        }
        for (int i = at; i < at + longest; i++) {
            kept[i] = true;
            follows[i] = i > at;
        }
        runs(other, from, at, otherFrom, otherAt, kept, follows, depth + 1);
        runs(other, at + longest, to, otherAt + longest, otherTo, kept, follows, depth + 1);
    }

    private Words with(boolean[] kept, boolean[] follows) {
        List<String> left = new ArrayList<>();
        List<String> space = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            if (kept[i]) {
                left.add(words[i]);
                space.add(follows[i] ? before[i] : GAP);
            }
        }
        space.add(follows[words.length] ? before[words.length] : GAP);
        return new Words(left.toArray(new String[0]), space.toArray(new String[0]));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= words.length; i++) {
            if (before[i] == GAP) {
                text.append(text.length() == 0 ? "" : " ").append(GAP).append(i == words.length ? "" : " ");
            } else {
                text.append(before[i]);
            }
            if (i < words.length) {
                text.append(words[i]);
            }
        }
        return text.toString();
    }
}

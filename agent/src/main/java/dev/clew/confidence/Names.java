package dev.clew.confidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which names of fields state a confidence: exact words alone. {@code risk_score}, {@code min_confidence} and
 * {@code probability_of_rain} are about something else.
 */
final class Names {
    /** What a field with such a name is. */
    enum Kind {
        NONE,
        /** Its number is a confidence wherever that can be one. */
        CONFIDENCE,
        /** Its number may be points of any scale. */
        SCORE
    }

    private static final int LONGEST = 64;
    private static final Set<String> WORDS = Set.of("confidence", "probability", "certainty");
    private static final Set<String> PERCENT = Set.of("percent", "percentage", "pct");
    private static final Set<String> ENDS = Set.of("score", "level", "value");
    private static final Set<String> SCALES = Set.of(
            "max", "maximum", "scale", "range", "total", "of", "outof", "maxscore", "maxconfidence", "scoremax", "confidencemax", "maxvalue");
    private static final Set<String> UNITS = Set.of("unit", "units", "scale", "confidenceunit", "scoreunit", "confidencescale", "scorescale");

    private Names() {}

    static Kind kind(String name) {
        List<String> words = words(name);
        int from = words.size() > 1 && words.get(0).equals("overall") ? 1 : 0;
        int count = words.size() - from;
        if (count < 1 || count > 2) {
            return Kind.NONE;
        }
        String first = words.get(from);
        String last = words.get(words.size() - 1);
        boolean isWord = WORDS.contains(first);
        if (count == 1) {
            // an overall score is points
            return isWord ? Kind.CONFIDENCE : first.equals("score") && from == 0 ? Kind.SCORE : Kind.NONE;
        }
        if (isWord && (ENDS.contains(last) || PERCENT.contains(last))) {
            return Kind.CONFIDENCE;
        }
        return first.equals("score") && PERCENT.contains(last) && from == 0 ? Kind.SCORE : Kind.NONE;
    }

    /** Whether it can be said of nothing but how sure the one is who says it. */
    static boolean isOfTheSpeaker(String name) {
        List<String> words = words(name);
        return words.contains("confidence") || words.contains("certainty");
    }

    static boolean saysPercent(String name) {
        List<String> words = words(name);
        return words.size() > 1 && PERCENT.contains(words.get(words.size() - 1));
    }

    /** Whether a field beside says of how many the number is. */
    static boolean isScale(String name) {
        return SCALES.contains(String.join("", words(name)));
    }

    static boolean isUnit(String name) {
        return UNITS.contains(String.join("", words(name)));
    }

    static boolean isPercent(String unit) {
        String word = unit.strip().toLowerCase(Locale.ROOT);
        return word.equals("%") || PERCENT.contains(word);
    }

    /** {@code confidenceScore}, {@code confidence_score}, {@code CONFIDENCE-SCORE}: confidence, score. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>(3);
        if (name.length() > LONGEST) {
            return words;
        }
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean ends = i == name.length() || !Character.isLetterOrDigit(name.charAt(i));
            boolean humps = !ends && i > start && Character.isUpperCase(name.charAt(i)) && Character.isLowerCase(name.charAt(i - 1));
            if ((ends || humps) && i > start) {
                words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
            }
            start = ends ? i + 1 : humps ? i : start;
        }
        return words;
    }
}

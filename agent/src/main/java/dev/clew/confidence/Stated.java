package dev.clew.confidence;

/**
 * What a text states. Either a value or a word, never both.
 *
 * @param value 0..1; null where it is a word
 * @param word {@code high}, {@code very low}, ..., as it stands there: it has no number, and gets none; null where it is a value
 * @param source whose it is, and the path of the field: {@code output.answer.confidence}
 */
public record Stated(Double value, String word, String source) {
    private static final int MOST = 64 * 1024;
    private static final int ATTEMPTS = 4;
    private static final String FENCE = "```";

    /** What is in every name that {@link Names} knows, whatever its case is but for the first letter. */
    private static final String[] SIGNS = {
        "onfidence", "ONFIDENCE", "core", "CORE", "robability", "ROBABILITY", "ertainty", "ERTAINTY"
    };

    /**
     * What a text states of itself, where it is a JSON object, has one in a fence, or leads to one. Of several, the shallowest, and of
     * those the first. What is in an array is about one thing of many, and not taken; nor is what begins after 64 KB.
     *
     * @param text may be null
     * @param root whose it is: {@code output}, {@code tool_result}
     * @return null where it states nothing, or nothing that is sure to be a confidence
     */
    public static Stated in(String text, String root) {
        if (text == null || text.indexOf('{') < 0) {
            return null;
        }
        String read = text.length() > MOST ? text.substring(0, MOST) : text;
        if (!hasSign(read)) {
            return null;
        }
        int first = skipSpace(read, 0);
        if (read.charAt(first) == '{') {
            return new Reading(root).object(read, first);
        }
        if (read.charAt(first) == '"') {
            // a text of a tool, which its framework made JSON of
            String inner = Reading.text(read, first);
            return inner == null || inner.indexOf('"') < 0 ? null : ofObject(inner, root);
        }
        if (read.charAt(first) == '[') {
            return null;
        }
        int fence = read.indexOf(FENCE);
        return fence < 0 ? new Reading(root).object(read, read.indexOf('{')) : inFences(read, fence, root);
    }

    private static Stated ofObject(String text, String root) {
        int first = skipSpace(text, 0);
        return first < text.length() && text.charAt(first) == '{' ? new Reading(root).object(text, first) : null;
    }

    private static Stated inFences(String text, int first, String root) {
        int fence = first;
        for (int i = 0; i < ATTEMPTS && fence >= 0; i++) {
            int line = text.indexOf('\n', fence);
            int start = line < 0 ? text.length() : skipSpace(text, line);
            int end = text.indexOf(FENCE, Math.min(start, text.length()));
            Stated stated = start < text.length() && text.charAt(start) == '{' ? new Reading(root).object(text, start) : null;
            if (stated != null) {
                return stated;
            }
            fence = end < 0 ? -1 : text.indexOf(FENCE, end + FENCE.length());
        }
        return null;
    }

    private static boolean hasSign(String text) {
        for (String sign : SIGNS) {
            if (text.contains(sign)) {
                return true;
            }
        }
        return false;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}

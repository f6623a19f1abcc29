package dev.clew.confidence;

import java.util.List;

/**
 * What a text states. Either a value or a word, never both.
 *
 * @param value 0..1; null where it is a word
 * @param word {@code high}, {@code very low}, ..., as it stands there: it has no number, and gets none; null where it is a value
 * @param source whose it is, and the path of the field: {@code output.answer.confidence}, {@code tool_arguments.confidence}
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
     * those the first. What is in an array is about one thing of many, and not taken, but where the array is of the parts of one
     * message, as MCP has them, and one part alone states any; nor is what begins after 64 KB.
     *
     * @param text may be null
     * @param root whose it is: {@code output}, {@code tool_result}
     * @return null where it states nothing, or nothing that is sure to be a confidence
     */
    public static Stated in(String text, String root) {
        String read = readable(text);
        if (read == null) {
            return null;
        }
        int first = skipSpace(read, 0);
        if (read.charAt(first) == '{') {
            return new Reading(root).object(read, first);
        }
        if (read.charAt(first) == '"') {
            // a text of a tool, which its framework made JSON of
            String inner = Reading.text(read, first);
            return inner == null || inner.indexOf('"') < 0 ? null : ofJson(inner, root);
        }
        if (read.charAt(first) == '[') {
            return ofJson(read, root);
        }
        int fence = read.indexOf(FENCE);
        return fence < 0 ? new Reading(root).object(read, read.indexOf('{')) : inFences(read, fence, root);
    }

    /**
     * What the arguments of a call state: a confidence or a certainty by name. A score or a probability may be what the tool is to
     * reckon with.
     *
     * @param json may be null
     * @return null where they state nothing
     */
    public static Stated inArguments(String json, String root) {
        String read = readable(json);
        int first = read == null ? 0 : skipSpace(read, 0);
        return read == null || read.charAt(first) != '{' ? null : new Reading(root).ofTheSpeaker().object(read, first);
    }

    /** As much as is read; null where there is nothing to be found. */
    private static String readable(String text) {
        if (text == null || text.indexOf('{') < 0) {
            return null;
        }
        String read = text.length() > MOST ? text.substring(0, MOST) : text;
        return hasSign(read) ? read : null;
    }

    /** Of an object, or of a message's parts. */
    private static Stated ofJson(String text, String root) {
        int first = skipSpace(text, 0);
        return first < text.length() && text.charAt(first) == '[' ? inParts(Reading.parts(text, first), root) : ofObject(text, root);
    }

    private static Stated inParts(List<String> parts, String root) {
        Stated only = null;
        for (int i = 0; parts != null && i < parts.size(); i++) {
            Stated stated = ofObject(parts.get(i), root);
            if (stated != null && only != null) {
                return null; // each about a thing of its own
            }
            only = stated == null ? only : stated;
        }
        return only;
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

package dev.clew.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Cuts a text into words, numbers, signs and gaps; put together they are the text. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < text.length(); ) {
            int end = end(text, i);
            words.add(text.substring(i, end));
            i = end;
        }
        return words;
    }

    /** Lines, each with its end, of a text's words. */
    static List<String> lines(List<String> words) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words) {
            line.append(word);
            if (word.equals("\n")) {
                lines.add(line.toString());
                line.setLength(0);
            }
        }
        if (line.length() > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static int end(String text, int start) {
        int c = text.codePointAt(start);
        int next = start + Character.charCount(c);
        if (c == '\n') {
            return next;
        }
        int i = next;
        if (isGap(c)) {
            while (i < text.length() && isGap(text.charAt(i))) {
                i++;
            }
            return i;
        }
        if (!isWord(c)) {
            return next;
        }
        while (i < text.length()) {
            int following = text.codePointAt(i);
            // 0.75 is one word, and so is gpt-4o-mini; an end of a sentence is not
            boolean within = isJoint(following) && i + 1 < text.length() && isWord(text.codePointAt(i + 1))
                    && (Character.isDigit(text.charAt(i - 1)) || following == '-');
            if (!isWord(following) && !within) {
                return i;
            }
            i += Character.charCount(following);
        }
        return i;
    }

    private static boolean isGap(int c) {
        return c != '\n' && Character.isWhitespace(c);
    }

    /** Scripts without gaps between words are compared sign by sign. */
    private static boolean isWord(int c) {
        return (Character.isLetterOrDigit(c) || c == '_') && !Character.isIdeographic(c);
    }

    private static boolean isJoint(int c) {
        return c == '.' || c == ',' || c == '-';
    }
}

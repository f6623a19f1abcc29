package dev.clew.capture;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Writes one content attribute: JSON, masked, and cut to a number of characters in a way that keeps it valid. Not for sharing
 * between threads.
 *
 * <p>What is cut says so in the text itself, {@code …[clew cut 1234 characters]}, so that our cut is never taken for the
 * model's.
 */
public final class Content {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonText json = new JsonText();
    private int left;

    /** @param limit characters of text, all strings of the attribute together */
    public Content(int limit) {
        this.left = limit;
    }

    /** What writes structure; text goes through {@link #text} and {@link #raw}. */
    public JsonText json() {
        return json;
    }

    /** A named text value, masked, and cut where the attribute is full; nothing where it is null. */
    public void text(String name, String text) {
        if (text != null) {
            json.name(name);
            json.text(fit(Masking.mask(text)));
        }
    }

    /**
     * A named value that is JSON as text: written as the JSON it is, or as a string where it is malformed. Nothing where null.
     */
    public void raw(String name, String text) {
        if (text == null) {
            return;
        }
        json.name(name);
        String masked = Masking.mask(text);
        if (masked.length() <= left && isJsonContainer(masked)) {
            left -= masked.length();
            json.json(masked);
        } else {
            json.text(fit(masked));
        }
    }

    private String fit(String text) {
        if (text.length() <= left) {
            left -= text.length();
            return text;
        }
        String cut = cut(text, left);
        left = 0;
        return cut;
    }

    /** The first characters of a text that is too long, never half a surrogate pair, with a mark. */
    public static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit > 0 && Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + "\u2026[clew cut " + (text.length() - end) + " characters]";
    }

    /** Whether a text is one whole JSON object or array. */
    public static boolean isJsonContainer(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) <= ' ') {
            start++;
        }
        if (start == text.length() || text.charAt(start) != '{' && text.charAt(start) != '[') {
            return false;
        }
        try (JsonParser parser = JSON.createParser(text)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd() && --depth == 0) {
                    return parser.nextToken() == null;
                }
            }
            return false;
        } catch (IOException malformed) {
            return false;
        }
    }

    /** What was written. */
    public String finish() {
        return json.toString();
    }
}

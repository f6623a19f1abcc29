package dev.clew.cli.screen;

/** Makes text of anybody's safe for a terminal: what would move the cursor, change colours or turn the text is spelled out. */
public final class Visible {
    private Visible() {}

    /** On one line. */
    public static String line(String text, boolean unicode) {
        return line(text, unicode, Integer.MAX_VALUE);
    }

    /** @param limit how many characters of the text to look at: five megabytes are not needed for eighty columns */
    public static String line(String text, boolean unicode, int limit) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), limit) + 16);
        for (int i = 0; i < text.length() && i < limit; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '\n' -> out.append(unicode ? "\u21b5" : "\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> append(out, c, unicode);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int c, boolean unicode) {
        int type = Character.getType(c);
        boolean hidden = type == Character.CONTROL || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE
                || type == Character.PRIVATE_USE || type == Character.FORMAT && c != 0x200d;
        if (c < 0x20 || c >= 0x7f && c < 0xa0) {
            out.append("\\x").append(hex(c, 2));
        } else if (hidden || !unicode && c > 0x7f) {
            out.append(c > 0xffff ? "\\u{" + hex(c, 5) + "}" : "\\u" + hex(c, 4));
        } else {
            out.appendCodePoint(c);
        }
    }

    private static String hex(int c, int width) {
        String hex = Integer.toHexString(c);
        return "0".repeat(Math.max(0, width - hex.length())) + hex;
    }
}

package dev.clew.cli.screen;

/** How many columns of a terminal a text takes: most characters one, Chinese and emoji two, accents none. */
public final class Cells {
    private Cells() {}

    public static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += width(c);
            i += Character.charCount(c);
        }
        return width;
    }

    public static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115f
                || c >= 0x2e80 && c <= 0xa4cf && c != 0x303f
                || c >= 0xac00 && c <= 0xd7a3
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe6f
                || c >= 0xff00 && c <= 0xff60
                || c >= 0xffe0 && c <= 0xffe6
                || c >= 0x1f300 && c <= 0x1f64f
                || c >= 0x1f680 && c <= 0x1f6ff
                || c >= 0x1f900 && c <= 0x1faff
                || c >= 0x20000 && c <= 0x3fffd
                || c == 0x2705 || c == 0x274c || c == 0x2728 || c == 0x26a1 || c == 0x231a || c == 0x231b || c == 0x2b50;
    }

    /** The text, or as much of it as fits with a mark that something is missing. */
    public static String fit(String text, int cells, boolean unicode) {
        if (width(text) <= cells) {
            return text;
        }
        String more = unicode ? "\u2026" : "...";
        int room = Math.max(0, cells - more.length());
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (used + width(c) > room) {
                break;
            }
            used += width(c);
            i += Character.charCount(c);
        }
        return text.substring(0, i) + more;
    }

    public static String right(String text, int cells) {
        return " ".repeat(Math.max(0, cells - width(text))) + text;
    }

    public static String left(String text, int cells) {
        return text + " ".repeat(Math.max(0, cells - width(text)));
    }
}

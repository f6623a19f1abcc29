package dev.clew.capture;

/**
 * Writes JSON into a text, a value at a time. So little that the JIT compiler is done with it soon: a general writer's
 * buffers and escapes, inlined wherever a value is written, cost an application more processor time than the writing.
 */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(512);
    private boolean comma;

    JsonText() {}

    public void startObject() {
        open("{");
    }

    public void endObject() {
        close("}");
    }

    public void startArray() {
        open("[");
    }

    public void endArray() {
        close("]");
    }

    private void open(String bracket) {
        separate();
        out.append(bracket);
        comma = false;
    }

    private void close(String bracket) {
        out.append(bracket);
        comma = true;
    }

    /** A field's name; its value comes next. */
    public void name(String name) {
        text(name);
        out.append(":");
        comma = false;
    }

    /** A field whose value is text; nothing where that is null. */
    public void field(String name, String text) {
        if (text != null) {
            name(name);
            text(text);
        }
    }

    /** A number, or null where JSON has none for it. */
    public void whole(long number) {
        separate();
        out.append(number);
    }

    public void number(double number) {
        separate();
        out.append(Double.isFinite(number) ? Double.toString(number) : "null");
    }

    /** What is JSON already. */
    void json(String json) {
        separate();
        out.append(json);
    }

    void text(String text) {
        separate();
        out.append("\"");
        int length = text.length();
        int from = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text.substring(from, i));
                escape(c);
                from = i + 1;
            }
        }
        // not append(text, from, length): that goes character by character
        out.append(text.substring(from)).append("\"");
    }

    private void escape(char c) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            default -> out.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }

    /** A comma where this value is not the first. */
    private void separate() {
        if (comma) {
            out.append(",");
        }
        comma = true;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}

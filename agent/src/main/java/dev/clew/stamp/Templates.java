package dev.clew.stamp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/**
 * Which template a text was made of, as the libraries' own templates say when they make one. Of what is said faster than it is
 * looked at, the latest is known.
 */
public final class Templates {
    private static final int RING = 64;
    private static final int LONGEST = 1 << 16;
    private static final int KNOWN = 256;
    private static final int KNOWN_CHARS = 1 << 21;

    /** A variable as the usual template languages write it. */
    private static final Pattern VARIABLE = Pattern.compile("\\$?\\{\\{[^{}]*}}|\\$?\\{[^{}]*}|<[\\w.;()\", =]{1,80}>");

    private static final AtomicReferenceArray<Made> MADE = new AtomicReferenceArray<>(RING);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private record Made(String template, String text) {}

    private final Map<String, String> known = new LinkedHashMap<>(16, 0.75f, true);
    private int chars;

    /**
     * A library has made a text of a template. Any thread; nothing is done but to note it. One without variables says nothing: it
     * may be a text that the application has put together.
     */
    public static void made(String template, String text) {
        boolean says = template != null && text != null && !text.isEmpty() && !template.equals(text);
        if (says && text.length() <= LONGEST && template.length() <= LONGEST) {
            MADE.set(NEXT.getAndIncrement() & RING - 1, new Made(template, text));
        }
    }

    /** Takes what was noted since; one thread, as for what follows. */
    public void look() {
        for (int i = 0; i < RING; i++) {
            Made made = MADE.get(i) == null ? null : MADE.getAndSet(i, null);
            if (made != null && known.put(made.text, made.template) == null) {
                chars += made.text.length();
            }
        }
        var oldest = known.keySet().iterator();
        while (known.size() > KNOWN || chars > KNOWN_CHARS && !known.isEmpty()) {
            chars -= oldest.next().length();
            oldest.remove();
        }
    }

    /** The template that this text was made of; null where none is known. */
    public String of(String text) {
        String template = known.get(text);
        return template == null || literals(template).isEmpty() ? null : template;
    }

    /** Whether a text can be made of a template: all that is no variable stands in it, in this order. */
    public static boolean fits(String template, String text) {
        List<String> literals = literals(template);
        int at = 0;
        for (String literal : literals) {
            int found = text.indexOf(literal, at);
            if (found < 0) {
                return false;
            }
            at = found + literal.length();
        }
        return !literals.isEmpty();
    }

    private static List<String> literals(String template) {
        List<String> literals = new ArrayList<>();
        for (String piece : VARIABLE.split(template)) {
            String literal = piece.strip();
            if (!literal.isEmpty()) {
                literals.add(literal);
            }
        }
        return literals;
    }
}

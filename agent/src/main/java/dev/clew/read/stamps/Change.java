package dev.clew.read.stamps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * One thing in which two revisions differ.
 *
 * @param what prompt, tools, model, class and the name of one that does a tool's work, or a parameter's name
 * @param from a stamp for prompt and tools, a hash for a class, else the value; null where it had none
 * @param to the same, of the later one
 * @param before the text behind the stamp; null where it is no stamp, or was not kept
 * @param after the same, of the later one
 */
public record Change(String what, String from, String to, String before, String after) {
    private static final String CLASS = "class ";

    /** Whether it is told by stamps rather than by values. */
    public boolean isText() {
        return isStamp(what);
    }

    /** The class that does a tool's work, of which this is; null for anything else. */
    public String ofClass() {
        return what.startsWith(CLASS) ? what.substring(CLASS.length()) : null;
    }

    static boolean isStamp(String what) {
        return what.equals("prompt") || what.equals("tools");
    }

    /** From agents' own lines. */
    public static List<Change> ofAgents(String before, String after, StampBook book) {
        return between(AgentText.of(before, book), AgentText.of(after, book), book);
    }

    static List<Change> between(Map<String, String> before, Map<String, String> after, StampBook book) {
        Set<String> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String what : all) {
            String from = before.get(what);
            String to = after.get(what);
            if (!Objects.equals(from, to)) {
                boolean stamps = isStamp(what);
                changes.add(new Change(what, from, to, stamps ? book.text(from) : null, stamps ? book.text(to) : null));
            }
        }
        return changes;
    }
}

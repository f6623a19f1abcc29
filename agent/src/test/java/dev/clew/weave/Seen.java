package dev.clew.weave;

import java.util.ArrayList;
import java.util.List;

/** What the testing hooks saw; reached through the parent loader, so that it is one for all plugin loaders. */
public final class Seen {
    public static final List<String> LINES = new ArrayList<>();
    public static volatile RuntimeException toThrow;
    public static volatile boolean replaceWithWrongType;

    private Seen() {}

    public static void line(String line) {
        LINES.add(line);
        if (toThrow != null) {
            throw toThrow;
        }
    }
}

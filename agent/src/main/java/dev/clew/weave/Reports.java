package dev.clew.weave;

import java.util.ArrayList;
import java.util.List;

/** What went wrong inside Clew, for {@code doctor}: a short list, since the application's stderr is not ours. Any thread. */
public final class Reports {
    private static final int LIMIT = 200;
    private static final List<String> LINES = new ArrayList<>();

    private Reports() {}

    /** Keeps a line; the 201st different one and all later are dropped. */
    public static void add(String line) {
        synchronized (LINES) {
            if (LINES.size() < LIMIT && !LINES.contains(line)) {
                LINES.add(line);
            }
        }
    }

    static List<String> all() {
        synchronized (LINES) {
            return new ArrayList<>(LINES);
        }
    }
}

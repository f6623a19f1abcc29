package dev.clew.context;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What never carries a context, as {@code never-carried.txt} lists it: work of connection pools, selectors and housekeepers, which
 * belongs to nobody's request although some request came first and started it. Any thread.
 */
public final class Never {
    private static final List<String> CLASSES = new ArrayList<>();
    private static final List<String> THREADS = new ArrayList<>();

    private static final ClassValue<Boolean> LISTED = new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return startsWithOne(type.getName(), CLASSES);
        }
    };

    static {
        read();
    }

    private Never() {}

    /** Whether objects of this class, handed to another thread, go without a context. */
    public static boolean lists(Class<?> type) {
        return LISTED.get(type);
    }

    /** Whether a thread of this name runs without the context of the thread that started it. */
    public static boolean isNamed(String thread) {
        return startsWithOne(thread, THREADS);
    }

    private static boolean startsWithOne(String name, List<String> prefixes) {
        for (int i = 0; i < prefixes.size(); i++) {
            if (name.startsWith(prefixes.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static void read() {
        try (InputStream in = Never.class.getResourceAsStream("never-carried.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comment = line.indexOf('#');
                String entry = (comment < 0 ? line : line.substring(0, comment)).trim();
                if (entry.startsWith("class ")) {
                    CLASSES.add(entry.substring("class ".length()).trim());
                } else if (entry.startsWith("thread ")) {
                    THREADS.add(entry.substring("thread ".length()).trim());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("never-carried.txt can't be read", e);
        }
    }
}

package dev.clew.stamp;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.WeakHashMap;

/** What a class is made of: the hash of its file, as its own loader has it. One thread. */
public final class ClassFiles {
    private static final int LARGEST = 4 << 20;
    private static final String NONE = "";

    private final Stamps stamps;
    private final Map<Class<?>, String> known = new WeakHashMap<>();

    public ClassFiles(Stamps stamps) {
        this.stamps = stamps;
    }

    /** The class that somebody wrote: not the proxy before it, and of a lambda the one that it stands in. */
    static String written(Class<?> type) {
        Class<?> own = type;
        while (isMade(own.getName()) && own.getSuperclass() != null && own.getSuperclass() != Object.class) {
            own = own.getSuperclass();
        }
        String name = own.getName();
        int lambda = name.indexOf("$$");
        return lambda > 0 ? name.substring(0, lambda) : name;
    }

    private static boolean isMade(String name) {
        return name.contains("$$") && !name.contains("$$Lambda") || name.contains("_Subclass") || name.contains("_ClientProxy");
    }

    /**
     * A line that names the class of the object behind a library's wrappers, and the hash of its file.
     *
     * @param tool as the library runs it
     * @param library what the names of its classes begin with
     * @param fields names of the wrappers' fields that lead on
     * @return null where there is no such object, or no file
     */
    public String line(Object tool, String library, String... fields) {
        Class<?> type = Maker.of(tool, library, fields);
        return type == null ? null : line(type);
    }

    String line(Class<?> type) {
        String line = known.get(type);
        if (line == null) {
            line = read(type);
            known.put(type, line);
        }
        return line == NONE ? null : line;
    }

    private String read(Class<?> type) {
        String name = written(type);
        String file = name.replace('.', '/').concat(".class");
        ClassLoader loader = type.getClassLoader();
        if (loader == null) {
            return NONE; // the JDK's own say nothing of the application
        }
        try (InputStream in = loader.getResourceAsStream(file)) {
            byte[] bytes = in == null ? null : in.readNBytes(LARGEST);
            return bytes == null ? NONE : "class: " + name + ' ' + stamps.hash(bytes);
        } catch (IOException | RuntimeException e) {
            return NONE;
        }
    }
}

package dev.clew.smoke;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** An installed JDK. */
record Jdk(int feature, Path home) {

    static final int OLDEST = 17;

    /** The one that runs the tests. */
    static final Jdk RUNNING = new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));

    private static final List<Jdk> ALL = find();

    /**
     * The running one and every other from 17 on that is installed where JDKs usually are or that a {@code JAVA_HOME_*}
     * names, one a version. {@code -Dclew.test.jdks=<home>[:<home>]} names them instead.
     */
    static List<Jdk> all() {
        return ALL;
    }

    private static List<Jdk> find() {
        Map<Integer, Jdk> byVersion = new TreeMap<>();
        String named = System.getProperty("clew.test.jdks", "");
        if (!named.isBlank()) {
            for (String home : named.split(File.pathSeparator)) {
                add(byVersion, Path.of(home));
            }
            return List.copyOf(byVersion.values());
        }
        byVersion.put(RUNNING.feature(), RUNNING);
        for (Path home : installed()) {
            add(byVersion, home);
        }
        return List.copyOf(byVersion.values());
    }

    private static Collection<Path> installed() {
        List<Path> homes = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME")) {
                homes.add(Path.of(value));
            }
        });
        Path folder = Path.of("/usr/lib/jvm");
        if (Files.isDirectory(folder)) {
            try (var all = Files.newDirectoryStream(folder)) {
                all.forEach(homes::add);
            } catch (IOException e) {
                throw new IllegalStateException("cannot list " + folder, e);
            }
        }
        return homes;
    }

    private static void add(Map<Integer, Jdk> byVersion, Path home) {
        Path release = home.resolve("release");
        if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
            return;
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(release)) {
            properties.load(in);
        } catch (IOException e) {
            return;
        }
        String version = properties.getProperty("JAVA_VERSION", "\"0\"").replace("\"", "");
        int feature = Runtime.Version.parse(version).feature();
        if (feature >= OLDEST) {
            byVersion.putIfAbsent(feature, new Jdk(feature, home));
        }
    }

    String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}

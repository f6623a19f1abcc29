package dev.clew.trace;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Which build of the application this is, as its own files say: the manifest of the jar that was started, {@code git.properties}
 * (of the git-commit-id plugins), {@code META-INF/build-info.properties} (of Spring Boot's). Files are read as such: no class
 * loader of the application is asked. Where several say the same thing, the first of git, build info, manifest counts.
 */
final class BuildFacts {
    private static final String[] ROOTS = {"", "BOOT-INF/classes/", "WEB-INF/classes/"};
    private static final String GIT = "git.properties";
    private static final String BUILD = "META-INF/build-info.properties";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    /** Folders before the jars: an application that is run from its build. More is a class path of libraries. */
    private static final int MOST_ENTRIES = 8;

    /** The four that are told. */
    static final String VERSION = "service.version";

    static final String COMMIT = "vcs.ref.head.revision";
    static final String BRANCH = "vcs.ref.head.name";
    static final String TIME = "clew.build.time";

    private final Map<String, String> facts = new HashMap<>();

    private BuildFacts() {}

    /**
     * @param command {@code sun.java.command}: the jar or the main class, and arguments; may be null
     * @param classPath {@code java.class.path}; may be null
     * @return what is known of {@link #VERSION}, {@link #COMMIT}, {@link #BRANCH}, {@link #TIME}
     */
    static Map<String, String> read(String command, String classPath) {
        BuildFacts build = new BuildFacts();
        String main = command == null ? "" : command.split(" ", 2)[0];
        String[] entries = classPath == null || classPath.isEmpty() ? new String[0] : classPath.split(File.pathSeparator);
        boolean jar = main.endsWith(".jar");
        if (jar) {
            build.jar(new File(entries.length == 1 ? entries[0] : main), null);
        } else {
            String type = main.substring(main.lastIndexOf('/') + 1).replace('.', '/') + ".class";
            for (int i = 0; i < entries.length && i < MOST_ENTRIES; i++) {
                File entry = new File(entries[i]);
                if (entry.isDirectory()) {
                    build.folder(entry);
                } else {
                    build.jar(entry, type);
                }
            }
        }
        return build.facts;
    }

    private void folder(File folder) {
        git(properties(new File(folder, GIT)));
        info(properties(new File(folder, BUILD)));
        manifest(new File(folder, MANIFEST));
    }

    private static Properties properties(File file) {
        try (InputStream in = file.isFile() ? new FileInputStream(file) : null) {
            return load(in);
        } catch (IOException | IllegalArgumentException e) {
            return null; // not one of those that are meant
        }
    }

    private static Properties load(InputStream in) throws IOException {
        if (in == null) {
            return null;
        }
        Properties properties = new Properties();
        properties.load(in);
        return properties;
    }

    private void manifest(File file) {
        try (InputStream in = file.isFile() ? new FileInputStream(file) : null) {
            manifest(in == null ? null : new Manifest(in));
        } catch (IOException e) {
            // a broken manifest says nothing
        }
    }

    /** @param holding an entry that the jar must have to be the application's own; null for any */
    private void jar(File file, String holding) {
        if (!file.isFile()) {
            return;
        }
        try (JarFile jar = new JarFile(file, false)) {
            if (holding != null && jar.getEntry(holding) == null) {
                return;
            }
            for (String root : ROOTS) {
                git(properties(jar, root + GIT));
                info(properties(jar, root + BUILD));
            }
            manifest(jar.getManifest());
        } catch (IOException | IllegalArgumentException | SecurityException e) {
            // not a jar that can be read; the JVM has its own ways
        }
    }

    private static Properties properties(JarFile jar, String name) throws IOException {
        ZipEntry entry = jar.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            return load(in);
        }
    }

    private void git(Properties git) {
        if (git == null) {
            return;
        }
        String commit = first(git.getProperty("git.commit.id"), git.getProperty("git.commit.id.full"), git.getProperty("git.commit.id.abbrev"));
        boolean dirty = "true".equals(git.getProperty("git.dirty"));
        note(COMMIT, commit == null || !dirty ? commit : commit + "-dirty");
        note(BRANCH, git.getProperty("git.branch"));
        note(VERSION, git.getProperty("git.build.version"));
        note(TIME, git.getProperty("git.build.time"));
    }

    private void info(Properties info) {
        if (info != null) {
            note(VERSION, info.getProperty("build.version"));
            note(TIME, info.getProperty("build.time"));
        }
    }

    private void manifest(Manifest manifest) {
        if (manifest == null) {
            return;
        }
        var main = manifest.getMainAttributes();
        note(VERSION, main.getValue("Implementation-Version"));
        note(COMMIT, first(main.getValue("Implementation-Build"), main.getValue("Git-Commit"), main.getValue("SCM-Revision")));
        note(TIME, first(main.getValue("Build-Time"), main.getValue("Build-Timestamp"), main.getValue("Implementation-Timestamp")));
    }

    private static String first(String... values) {
        for (String value : values) {
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    /** A build that was not filtered leaves the names of its variables. */
    private void note(String key, String value) {
        if (value != null && !value.isBlank() && !value.contains("${")) {
            facts.putIfAbsent(key, value.trim());
        }
    }
}

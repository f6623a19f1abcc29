import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs {@code clew-agent.jar}: the launcher's few classes on top, and everything else (our own classes, the libraries, the boot
 * class) under {@code clew/} with names that no class loader but ours looks for. Entries are sorted and bear the time that the
 * parent pom states, so two builds give the same bytes.
 *
 * <p>Arguments: the jar to write, the version, the time, the folder of our classes, the runtime class path.
 */
final class Pack {
    /** What the application's class path gains: as little as the JVM needs to start us. */
    private static final Set<String> TOP = Set.of(
            "dev/clew/agent/Agent.class",
            "dev/clew/agent/AgentLoader.class",
            "dev/clew/agent/Gate.class",
            "dev/clew/agent/GateNames.class",
            "dev/clew/agent/Stderr.class",
            "dev/clew/agent/Supers.class");

    private static final String INNER = "clew/";

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        String version = args[1];
        long time = Instant.parse(args[2]).atOffset(ZoneOffset.UTC).toLocalDateTime().toInstant(ZoneOffset.UTC).toEpochMilli();
        Path classes = Path.of(args[3]);

        Map<String, byte[]> entries = new TreeMap<>();
        for (String element : args[4].split(File.pathSeparator)) {
            Path path = Path.of(element);
            if (Files.isDirectory(path)) {
                addFolder(entries, path);
            } else {
                addJar(entries, path);
            }
        }
        for (String name : TOP) {
            entries.put(name, Files.readAllBytes(classes.resolve(name)));
        }
        entries.put("META-INF/LICENSE", Files.readAllBytes(classes.resolve("../../../LICENSE").normalize()));

        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(create(jar)))) {
            out.setLevel(9);
            put(out, "META-INF/MANIFEST.MF", manifest(version), time);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(out, entry.getKey(), entry.getValue(), time);
            }
        }
        System.err.println("[pack] " + jar.getFileName() + ", " + Files.size(jar) / 1024 + " KiB, " + entries.size() + " entries");
    }

    private static OutputStream create(Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        return Files.newOutputStream(jar);
    }

    private static byte[] manifest(String version) {
        return String.join("\r\n",
                "Manifest-Version: 1.0",
                "Implementation-Title: Clew",
                "Implementation-Version: " + version,
                "Main-Class: dev.clew.agent.Agent",
                "Premain-Class: dev.clew.agent.Agent",
                "Agent-Class: dev.clew.agent.Agent",
                "Can-Retransform-Classes: true",
                "Can-Redefine-Classes: false",
                "", "").getBytes(StandardCharsets.UTF_8);
    }

    private static void addFolder(Map<String, byte[]> entries, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                add(entries, name, Files.readAllBytes(file));
            }
        }
    }

    private static void addJar(Map<String, byte[]> entries, Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory()) {
                    try (var in = zip.getInputStream(entry)) {
                        String name = entry.getName();
                        add(entries, isLegal(name) ? "META-INF/licenses/" + library(jar) + "/" + fileName(name) : name,
                                in.readAllBytes());
                    }
                }
            }
        }
    }

    private static void add(Map<String, byte[]> entries, String name, byte[] bytes) {
        boolean useless = name.equals("module-info.class")
                || name.endsWith("/module-info.class")
                || name.equals("META-INF/MANIFEST.MF")
                || name.startsWith("META-INF/maven/")
                || name.startsWith("META-INF/proguard/")
                || name.startsWith("META-INF/native-image/")
                || name.startsWith("META-INF/versions/9/")
                || name.matches("META-INF/.*\\.(SF|RSA|DSA)");
        if (useless) {
            return;
        }
        // several libraries carry the multi-release form of one class for newer JDKs: those that run on 17 are taken
        String stored = name.replaceFirst("^META-INF/versions/(11|17)/", "");
        if (name.startsWith("META-INF/versions/") && stored.equals(name)) {
            return;
        }
        stored = stored.endsWith(".class") ? stored.substring(0, stored.length() - 6) + ".classdata" : stored;
        String key = stored.startsWith("META-INF/licenses/") ? stored : INNER + stored;
        byte[] before = entries.putIfAbsent(key, bytes);
        if (before != null && stored.startsWith("META-INF/services/")) {
            entries.put(key, (new String(before, StandardCharsets.UTF_8).stripTrailing() + "\n"
                    + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        } else if (before != null && !stored.equals(name)) {
            entries.put(key, bytes);
        }
    }

    private static boolean isLegal(String name) {
        String file = fileName(name);
        return file.matches("(?i)(LICENSE|NOTICE)(\\..*|-.*)?") && !name.endsWith(".class");
    }

    private static String fileName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static String library(Path jar) {
        return jar.getFileName().toString().replaceFirst("\\.jar$", "");
    }

    private static void put(ZipOutputStream out, String name, byte[] bytes, long time) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC));
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}

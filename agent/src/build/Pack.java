import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs {@code clew-agent.jar}: the launcher's few classes on top, and everything else (our own classes, the libraries, the boot
 * class) in one entry that no class loader but ours can read. Opening a jar costs time for each entry, at every start of every
 * application: so there is a handful. Entries are sorted and bear the time that the parent pom states, so two builds give the
 * same bytes.
 *
 * <p>The inner entry, {@code clew/inner}, follows the manifest and is stored as it is; {@code AgentLoader} reads it in place:
 * number of files, then for each its name, offset, deflated and plain length, then the deflated files.
 *
 * <p>Arguments: the jar to write, the version, the time, the folder of our classes, the runtime class path.
 */
final class Pack {
    /** What the application's class path gains: as little as the JVM needs to start us. */
    private static final Set<String> TOP = Set.of(
            "dev/clew/agent/Agent.class",
            "dev/clew/agent/AgentLoader.class",
            "dev/clew/agent/AgentLoader$FromHere.class",
            "dev/clew/agent/AgentLoader$Handler.class",
            "dev/clew/agent/AgentLoader$Handler$1.class",
            "dev/clew/agent/Gate.class",
            "dev/clew/agent/GateNames.class",
            "dev/clew/agent/Stderr.class",
            "dev/clew/agent/Supers.class");

    private static final String INNER = "clew/inner";
    private static final StringBuilder LICENSES = new StringBuilder();

    public static void main(String[] args) throws IOException {
        Path jar = Path.of(args[0]);
        String version = args[1];
        LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(args[2]), ZoneOffset.UTC);
        Path classes = Path.of(args[3]);
        Path project = classes.resolve("../../..").normalize();

        Map<String, byte[]> inner = new TreeMap<>();
        for (String element : args[4].split(File.pathSeparator)) {
            Path path = Path.of(element);
            if (Files.isDirectory(path)) {
                addFolder(inner, path);
            } else {
                addJar(inner, path, project.resolve("agent/src/build/licenses"));
            }
        }
        inner.put("clew.version", version.getBytes(StandardCharsets.UTF_8));

        Files.createDirectories(jar.getParent());
        try (ZipOutputStream out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            out.setLevel(9);
            put(out, "META-INF/MANIFEST.MF", manifest(version), time, true);
            put(out, INNER, inner(inner), time, true);
            // not in META-INF: an application that gathers its licences there would meet ours
            put(out, "clew/LICENSE", Files.readAllBytes(project.resolve("LICENSE")), time, false);
            put(out, "clew/THIRD-PARTY-LICENSES", LICENSES.toString().getBytes(StandardCharsets.UTF_8), time, false);
            for (String name : new TreeSet<>(TOP)) {
                put(out, name, Files.readAllBytes(classes.resolve(name)), time, false);
            }
        }
        System.err.println("[pack] " + jar.getFileName() + ", " + Files.size(jar) / 1024 + " KiB, " + inner.size() + " files");
    }

    private static byte[] inner(Map<String, byte[]> files) throws IOException {
        Map<String, byte[]> deflated = new TreeMap<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes, new Deflater(9))) {
                deflater.write(file.getValue());
            }
            deflated.put(file.getKey(), bytes.toByteArray());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(files.size());
        int offset = 0;
        for (Map.Entry<String, byte[]> file : deflated.entrySet()) {
            out.writeUTF(file.getKey());
            out.writeInt(offset);
            out.writeInt(file.getValue().length);
            out.writeInt(files.get(file.getKey()).length);
            offset += file.getValue().length;
        }
        for (byte[] file : deflated.values()) {
            out.write(file);
        }
        return bytes.toByteArray();
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
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                add(entries, name, Files.readAllBytes(file), "clew");
            }
        }
    }

    private static void addJar(Map<String, byte[]> entries, Path jar, Path licenses) throws IOException {
        Path license = licenses.resolve(library(jar).replaceFirst("-\\d.*", "") + ".txt");
        if (Files.exists(license)) {
            add(entries, "LICENSE", Files.readAllBytes(license), library(jar));
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory()) {
                    try (var in = zip.getInputStream(entry)) {
                        add(entries, entry.getName(), in.readAllBytes(), library(jar));
                    }
                }
            }
        }
    }

    private static void add(Map<String, byte[]> entries, String name, byte[] bytes, String library) {
        if (isLegal(name)) {
            LICENSES.append("==== ").append(library).append(": ").append(fileName(name)).append("\n\n");
            LICENSES.append(new String(bytes, StandardCharsets.UTF_8).stripTrailing()).append("\n\n\n");
            return;
        }
        boolean useless = name.equals("module-info.class")
                || name.endsWith("/module-info.class")
                || name.equals("META-INF/MANIFEST.MF")
                || name.equals("META-INF/jpms.args")
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
        byte[] before = entries.putIfAbsent(stored, bytes);
        if (before != null && stored.startsWith("META-INF/services/")) {
            entries.put(stored, (new String(before, StandardCharsets.UTF_8).stripTrailing() + "\n"
                    + new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        } else if (before != null && !stored.equals(name)) {
            entries.put(stored, bytes);
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

    private static void put(ZipOutputStream out, String name, byte[] bytes, LocalDateTime time, boolean stored)
            throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        if (stored) {
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            entry.setCrc(crc.getValue());
        }
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}

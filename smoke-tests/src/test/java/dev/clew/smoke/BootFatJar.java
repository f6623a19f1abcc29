package dev.clew.smoke;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.springframework.boot.loader.launch.JarLauncher;

/** Packs an application as Spring Boot's Maven plugin does: the launcher on top, libraries as stored jars inside. */
public final class BootFatJar {

    private final Path target;
    private final Set<String> folders = new HashSet<>();

    private BootFatJar(Path target) {
        this.target = target;
    }

    static Path build(Path target, Path classes, List<Path> libraries, String startClass) throws IOException {
        new BootFatJar(target).write(loaderJar(), classes, classes, libraries, startClass);
        return target;
    }

    /**
     * Packs an application with the launcher of its own version of Spring Boot.
     *
     * @param classes where class files begin
     * @param folder the application's own package, below that: nothing else of it is packed
     * @param libraries jars, among them {@code spring-boot-loader}, which goes on top
     */
    public static Path build(Path target, Path classes, String folder, List<Path> libraries, String startClass) throws IOException {
        List<Path> within = new ArrayList<>(libraries);
        Path loader = libraries.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("spring-boot-loader-")).findFirst().orElseThrow();
        within.remove(loader);
        new BootFatJar(target).write(loader, classes, classes.resolve(folder), within, startClass);
        return target;
    }

    private void write(Path loader, Path classes, Path below, List<Path> libraries, String startClass) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(target), manifest(startClass))) {
            launcher(loader, jar);
            try (var files = Files.walk(below)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                    String name = "BOOT-INF/classes/" + classes.relativize(file).toString().replace('\\', '/');
                    put(jar, name, Files.readAllBytes(file), false);
                }
            }
            for (Path library : libraries) {
                put(jar, "BOOT-INF/lib/" + library.getFileName(), Files.readAllBytes(library), true);
            }
        }
    }

    private static Manifest manifest(String startClass) {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, JarLauncher.class.getName());
        main.putValue("Start-Class", startClass);
        main.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
        main.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
        return manifest;
    }

    private void launcher(Path from, JarOutputStream jar) throws IOException {
        try (JarFile loader = new JarFile(from.toFile())) {
            var entries = loader.entries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (entry.getName().startsWith("org/") && !entry.isDirectory()) {
                    try (InputStream in = loader.getInputStream(entry)) {
                        put(jar, entry.getName(), in.readAllBytes(), false);
                    }
                }
            }
        }
    }

    private static Path loaderJar() throws IOException {
        try {
            return Path.of(JarLauncher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("where is the launcher?", e);
        }
    }

    private void put(JarOutputStream jar, String name, byte[] bytes, boolean stored) throws IOException {
        // the launcher looks for the folders' own entries
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            if (folders.add(name.substring(0, slash + 1))) {
                jar.putNextEntry(new ZipEntry(name.substring(0, slash + 1)));
            }
        }
        ZipEntry entry = new ZipEntry(name);
        if (stored) {
            CRC32 crc = new CRC32();
            crc.update(bytes);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(bytes.length);
            entry.setCrc(crc.getValue());
        }
        jar.putNextEntry(entry);
        jar.write(bytes);
        jar.closeEntry();
    }
}

package dev.clew;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;

/** The build step {@code Pack}: the same classes give the same bytes, wherever and whenever they were compiled. */
class PackTest {
    private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();
    private static final String TIME = "2001-02-03T04:05:06Z";

    @TempDir
    static Path compiled;

    @TempDir
    Path dir;

    @BeforeAll
    static void compile() {
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", compiled.toString(), "src/build/Pack.java");
        assertThat(failed).isZero();
    }

    @Test
    void otherFolderOtherTimesAndOtherOrderOfFilesGiveTheSameBytes() throws Exception {
        List<Path> files = files(CLASSES);
        Path here = copy(files, dir.resolve("here"));
        Collections.reverse(files);
        Path there = copy(files, dir.resolve("another/place"));
        for (Path file : files(there)) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(981_173_106_000L));
            assertThat(file.toFile().setReadable(false, false) && file.toFile().setReadable(true, true)).isTrue();
        }
        assertThat(pack(here)).hasSameBinaryContentAs(pack(there));
    }

    @Test
    void entriesBearTheTimeOfTheBuildAndAreInOrder() throws Exception {
        Path jar = pack(copy(files(CLASSES), dir.resolve("here")));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            assertThat(entries).extracting(ZipEntry::getTimeLocal).containsOnly(LocalDateTime.of(2001, 2, 3, 4, 5, 6));
            assertThat(entries).extracting(ZipEntry::getName).startsWith("META-INF/MANIFEST.MF", "clew/inner");
            List<String> inner = new ArrayList<>();
            try (DataInputStream in = new DataInputStream(zip.getInputStream(zip.getEntry("clew/inner")))) {
                for (int left = in.readInt(); left > 0; left--) {
                    inner.add(in.readUTF());
                    in.skipNBytes(12);
                }
            }
            assertThat(inner).isSorted().contains("dev/clew/trace/TraceCore.class", "org/objectweb/asm/ClassReader.class");
        }
    }

    /** As the build does, with two libraries for all. */
    private Path pack(Path project) throws Exception {
        Path classes = project.resolve("agent/target/classes");
        Path jar = project.resolve("agent/target/clew-agent.jar");
        String classPath = String.join(File.pathSeparator, classes.toString(), jarOf(ClassReader.class), jarOf(JsonFactory.class));
        // a loader for each: the step is a program that runs once
        try (URLClassLoader step = new URLClassLoader(new URL[] {compiled.toUri().toURL()}, null)) {
            var main = step.loadClass("Pack").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {jar.toString(), "1.2.3", TIME, classes.toString(), classPath});
        }
        return jar;
    }

    private static String jarOf(Class<?> type) throws Exception {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new ArrayList<>(all.filter(Files::isRegularFile).toList());
        }
    }

    private static Path copy(List<Path> files, Path project) throws IOException {
        Path classes = project.resolve("agent/target/classes");
        files.forEach(file -> {
            Path target = classes.resolve(CLASSES.relativize(file).toString());
            try {
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Files.copy(Path.of("../LICENSE"), project.resolve("LICENSE"));
        return project;
    }
}

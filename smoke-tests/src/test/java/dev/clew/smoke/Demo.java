package dev.clew.smoke;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The demo as child JVMs start it: from its class path, or from one Spring Boot fat jar. */
enum Demo {
    CLASS_PATH,
    FAT_JAR;

    static final String MAIN = "com.example.refactor.RefactorDemo";

    private static final Path TARGET = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
    private static final Path CLASSES = TARGET.resolve("classes");
    private static final List<Path> LIBRARIES = libraries();
    private static final Path JAR = pack();

    ChildJvm in(ChildJvm jvm) {
        return this == FAT_JAR ? jvm.jar(JAR) : jvm.main(classPath(), MAIN);
    }

    static String classPath() {
        StringBuilder path = new StringBuilder(CLASSES.toString());
        for (Path library : LIBRARIES) {
            path.append(File.pathSeparatorChar).append(library);
        }
        return path.toString();
    }

    /** What is expected of it, from {@code src/test/resources/golden}. */
    static String golden(String name) throws IOException {
        try (InputStream in = Demo.class.getResourceAsStream("/golden/" + name)) {
            if (in == null) {
                throw new IOException("no golden file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Path> libraries() {
        try {
            List<Path> jars = new ArrayList<>();
            for (String jar : Files.readString(TARGET.resolve("demo.classpath")).trim().split(File.pathSeparator)) {
                jars.add(Path.of(jar));
            }
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException("the build writes the demo's class path: run it once from the root", e);
        }
    }

    private static Path pack() {
        try {
            return BootFatJar.build(TARGET.resolve("refactor-demo-boot.jar"), CLASSES, LIBRARIES, MAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

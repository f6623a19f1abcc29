package dev.clew.smoke;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Programs that use Spring AI, on each version of it. */
final class SpringAi {
    private SpringAi() {}

    /** The versions that the build fetched, oldest first. */
    static List<String> versions() throws IOException {
        return versions("spring-ai");
    }

    static List<String> versions(String library) throws IOException {
        try (Stream<Path> folders = Files.list(target().resolve("libs").resolve(library))) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
        }
    }

    /** Whether the models run the tools themselves. */
    static boolean isOne(String version) {
        return version.startsWith("1.");
    }

    static Pieces run(String program, String version, Jdk jdk) {
        return run("spring-ai", "com.example.springai." + program, version, jdk);
    }

    static Pieces run(String library, String program, String version, Jdk jdk) {
        try {
            return Pieces.run(library + ' ' + version, jdk, classPath(library, version), program);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the HTTP attempts, which lie below the calls. */
    static String shape(Tree tree) {
        return Pieces.shape(tree).replaceAll("(?m)^ *POST.*\n", "");
    }

    private static Path target() {
        return Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
    }

    static String classPath(String library, String version) throws IOException {
        StringBuilder path = new StringBuilder(target().resolve("test-classes").toString());
        path.append(File.pathSeparatorChar).append(target().resolve("classes"));
        try (Stream<Path> jars = Files.list(target().resolve("libs").resolve(library).resolve(version))) {
            // what two artifacts brought in two versions is there twice; the newer one first
            jars.sorted(Comparator.reverseOrder()).forEach(jar -> path.append(File.pathSeparatorChar).append(jar));
        }
        return path.toString();
    }
}

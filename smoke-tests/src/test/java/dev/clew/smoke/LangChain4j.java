package dev.clew.smoke;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Programs that use LangChain4j, on each version of it. */
final class LangChain4j {
    private LangChain4j() {}

    /** Where the agentic module begins. */
    static final String OLDEST_AGENTIC = "1.3.0";

    /** The versions that the build fetched, oldest first; that of the core alone is no version. */
    static List<String> versions() throws IOException {
        return all().stream().filter(version -> !isSince(version, 20) && !version.equals(OLDEST_AGENTIC)).toList();
    }

    /** As {@link #versions}, and the newest but for its core, which is newer. */
    static List<String> all() throws IOException {
        try (Stream<Path> folders = Files.list(libs())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted(Comparator.comparingInt(LangChain4j::minor))
                    .toList();
        }
    }

    /** Whether that is {@code since} or newer, as in {@code isSince("1.16.1", 8)} for 1.8. */
    static boolean isSince(String version, int since) {
        return minor(version) >= since;
    }

    private static int minor(String version) {
        return Integer.parseInt(version.split("\\.")[1]);
    }

    private static Path libs() {
        return Path.of(System.getProperty("langchain4j.libs", "target/libs/langchain4j")).toAbsolutePath();
    }

    /** As {@link Pieces#onEachJdk}. */
    static List<Arguments> onEachJdk(List<String> versions) {
        return Pieces.onEachJdk(versions);
    }

    static Pieces run(String program, String version, Jdk jdk) {
        try {
            return Pieces.run(version, jdk, classPath(version), "com.example.langchain4j." + program);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With the client of a provider, which the demo has, and in its version. */
    static Pieces runWithClient(String program, Jdk jdk) {
        try {
            String demo = Files.readString(Path.of(System.getProperty("smoke.target", "target"), "demo.classpath")).strip();
            Path provider = Path.of(System.getProperty("smoke.target", "target"), "classes").toAbsolutePath();
            return Pieces.run(
                    "the demo's", jdk, classes() + File.pathSeparator + provider + File.pathSeparator + demo, "com.example.langchain4j." + program);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String classPath(String version) throws IOException {
        StringBuilder path = new StringBuilder(classes().toString());
        for (Path jar : jars(version)) {
            path.append(File.pathSeparatorChar).append(jar);
        }
        return path.toString();
    }

    /** Where the programs lie. */
    static Path classes() {
        return Path.of(System.getProperty("smoke.target", "target"), "test-classes").toAbsolutePath();
    }

    /** That version and what it needs. */
    static List<Path> jars(String version) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> jars = Files.list(libs().resolve(version))) {
            jars.sorted().forEach(all::add);
        }
        String demo = Files.readString(Path.of(System.getProperty("smoke.target", "target"), "demo.classpath")).strip();
        for (String jar : demo.split(File.pathSeparator)) {
            if (!jar.contains("langchain4j")) {
                all.add(Path.of(jar));
            }
        }
        return all;
    }
}

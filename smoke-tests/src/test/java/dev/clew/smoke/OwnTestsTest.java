package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Running;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The frameworks' own tests, as far as they are published: what comes of each with the agent is what comes of it without.
 * {@code -Dclew.own.tests=all} runs those too that ask real models or the internet.
 */
class OwnTestsTest {
    private static final Path TARGET = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
    private static final Path LIBS = TARGET.resolve("libs").resolve("own-tests");
    private static final Path CLASSES = TARGET.resolve("own-classes");
    private static final boolean ALL = "all".equals(System.getProperty("clew.own.tests"));
    private static final int SECONDS = ALL ? 1800 : 600;

    /** Not run, unless all are; the names of classes. */
    private static final List<String> LEFT_OUT = ALL
            ? List.of()
            : List.of(
                    // asks a server of the internet
                    "dev\\.langchain4j\\.data\\.document\\.loader\\.UrlDocumentLoaderTest",
                    // in Kotlin, with libraries that nothing else needs
                    "dev\\.langchain4j\\.internal\\.(JacksonJsonCodec|VirtualThreadUtils)Test");

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @ParameterizedTest
    @ValueSource(strings = "1.19.0")
    void langChain4jsOwnTestsSeeNoDifference(String version) throws Exception {
        Path libs = LIBS.resolve("langchain4j").resolve(version);
        compile(libs, "Own.java");
        compare(libs, 2000, unpacked(libs));
    }

    @ParameterizedTest
    @ValueSource(strings = "2.0.1")
    void springAisOwnContractsSeeNoDifference(String version) throws Exception {
        Path libs = LIBS.resolve("spring-ai").resolve(version);
        compile(libs, "Own.java", "SpringAiToolsTests.java", "SpringAiStoreTests.java", "SpringAiMocksTests.java");
        compare(libs, 14, List.of(CLASSES.resolve(version)));
    }

    /** Compiled here: a second JUnit, and libraries that the tests here run on in other versions. */
    private static void compile(Path libs, String... sources) throws IOException {
        Path classes = Files.createDirectories(CLASSES.resolve(libs.getFileName()));
        List<String> arguments =
                new ArrayList<>(List.of("-d", classes.toString(), "-cp", classPath(libs), "-proc:none", "-nowarn"));
        for (String source : sources) {
            arguments.add(Path.of("src", "test", "own", "com", "example", "own", source).toString());
        }
        StringWriter said = new StringWriter();
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        int result = javac.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(new String[0]));
        assertThat(result).as(said.toString()).isZero();
    }

    private static void compare(Path libs, int atLeast, List<Path> where) throws Exception {
        List<String> roots = where.stream().map(Path::toString).toList();
        Runs runs = Runs.of(libs, roots);
        System.out.println(libs.getParent().getFileName() + " " + libs.getFileName() + ": " + counts(runs.without) + " without, "
                + counts(runs.with) + " with the agent");
        assertThat(runs.without).hasSizeGreaterThan(atLeast);
        assertThat(runs.spans()).as("the tests were traced").isPositive();
        Set<String> differ = runs.differences();
        if (!differ.isEmpty()) {
            // a test that waits for a time fails now and then on a busy machine: what differs must differ again
            System.out.println("once more, since they differ: " + String.join("\n", differ));
            Set<String> classes = differ.stream().map(OwnTestsTest::className).collect(Collectors.toCollection(TreeSet::new));
            differ = Runs.of(libs, List.copyOf(classes)).differences();
        }
        assertThat(differ).isEmpty();
    }

    /** Of a test's unique id: its outermost class. */
    private static String className(String test) {
        return test.replaceAll("(?s).*?\\[class:([^\\]]+)].*", "$1");
    }

    private static String counts(Map<String, String> outcomes) {
        return outcomes.values().stream()
                .collect(Collectors.groupingBy(outcome -> outcome.split(" ")[0].toLowerCase(), TreeMap::new, Collectors.counting()))
                .toString();
    }

    /** The tests as folders, as their authors run them: some read files that lie beside them. */
    private static List<Path> unpacked(Path libs) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path jar : jars(libs)) {
            if (isTests(jar)) {
                Path folder = CLASSES.resolve(jar.getFileName().toString().replace(".jar", ""));
                folders.add(folder);
                unpack(jar, folder);
            }
        }
        return folders;
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (!entry.isDirectory()) {
                    Files.write(file, zip.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private static boolean isTests(Path jar) {
        return jar.getFileName().toString().endsWith("-tests.jar");
    }

    private static List<Path> jars(Path libs) throws IOException {
        try (Stream<Path> jars = Files.list(libs)) {
            // what two artifacts brought in two versions is there twice; the newer one first
            return jars.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static String classPath(Path libs) throws IOException {
        List<String> path = new ArrayList<>(List.of(CLASSES.resolve(libs.getFileName()).toString()));
        path.add(TARGET.resolve("classes").toString());
        jars(LIBS.resolve("launcher")).forEach(jar -> path.add(jar.toString()));
        for (Path jar : jars(libs)) {
            String name = jar.getFileName().toString();
            if (isTests(jar)) {
                path.add(CLASSES.resolve(name.replace(".jar", "")).toString());
            } else if (!name.startsWith("junit-")) { // the launcher brings all of it
                path.add(jar.toString());
            }
        }
        return String.join(File.pathSeparator, path);
    }

    /** The same tests, once without the agent and once with it: name, outcome. */
    private record Runs(Map<String, String> without, Map<String, String> with, Path traces) {

        static Runs of(Path libs, List<String> where) throws Exception {
            Path dir = Files.createTempDirectory(TARGET, "own-");
            Path traces = dir.resolve("traces");
            try (Running alone = child(libs, dir.resolve("without"), where).start();
                    Running traced = Clew.in(child(libs, dir.resolve("with"), where), traces).start()) {
                alone.await(SECONDS);
                traced.await(SECONDS);
            }
            return new Runs(outcomes(dir.resolve("without")), outcomes(dir.resolve("with")), traces);
        }

        private static ChildJvm child(Path libs, Path outcomes, List<String> where) throws IOException {
            List<String> arguments = new ArrayList<>(List.of(outcomes.toString(), ".*Tests?" + (ALL ? "|.*IT" : "")));
            arguments.add(LEFT_OUT.isEmpty() ? "none" : String.join("|", LEFT_OUT));
            arguments.addAll(where);
            return ChildJvm.on(Jdk.RUNNING)
                    .jvm("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC") // thousands of short tests: half the time
                    .main(classPath(libs), "com.example.own.Own")
                    .args(arguments.toArray(new String[0]));
        }

        private static Map<String, String> outcomes(Path file) throws IOException {
            Map<String, String> outcomes = new TreeMap<>();
            for (String line : Files.readAllLines(file)) {
                outcomes.put(line.substring(0, line.lastIndexOf('\t')), line.substring(line.lastIndexOf('\t') + 1));
            }
            return outcomes;
        }

        Set<String> differences() {
            Set<String> names = new TreeSet<>(without.keySet());
            names.addAll(with.keySet());
            Set<String> differ = new TreeSet<>();
            for (String name : names) {
                if (!String.valueOf(without.get(name)).equals(with.get(name))) {
                    differ.add(name + ": " + without.get(name) + " without, " + with.get(name) + " with the agent");
                }
            }
            return differ;
        }

        int spans() throws IOException {
            return Pieces.spans(traces).size();
        }
    }
}

package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import dev.clew.smoke.ChildJvm.Running;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The published tests of reactive streams over publishers of Reactor and RxJava: what passes without the agent passes with it. */
class ReactiveStreamsTckTest {
    private static final Path TARGET = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();

    private static String classPath;

    /** Compiled here: TestNG on the tests' own class path would have Maven run them with it. */
    @BeforeAll
    static void compile() throws IOException {
        Clew.assumeBuilt();
        Path classes = Files.createDirectories(TARGET.resolve("tck-classes"));
        List<String> path = new ArrayList<>(List.of(classes.toString()));
        try (Stream<Path> jars = Files.list(TARGET.resolve("libs").resolve("reactive-streams-tck"))) {
            jars.sorted().forEach(jar -> path.add(jar.toString()));
        }
        path.add(Files.readString(TARGET.resolve("demo.classpath")).strip());
        classPath = String.join(File.pathSeparator, path);
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-cp", classPath, "-proc:none"));
        try (Stream<Path> sources = Files.walk(Path.of("src", "test", "tck"))) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        StringWriter said = new StringWriter();
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        int result = javac.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(new String[0]));
        assertThat(result).as(said.toString()).isZero();
    }

    @Test
    void samePassesAndFailuresWithAndWithoutTheAgent() throws IOException, InterruptedException {
        Path traces = Files.createTempDirectory(TARGET, "tck-");
        try (Running alone = child().start(); Running traced = Clew.in(child(), traces).start()) {
            Result without = alone.await();
            Result with = traced.await();
            List<String> expected = without.stdout().lines().toList();
            System.out.println("reactive-streams-tck: " + counts(expected) + " without, "
                    + counts(with.stdout().lines().toList()) + " with the agent");
            assertThat(expected).as(without.told()).hasSizeGreaterThan(300).noneMatch(line -> line.endsWith("failed"));
            assertThat(with.stdout().lines().toList()).as(with.told()).isEqualTo(expected);
        }
        assertThat(Pieces.spans(traces)).as("the streams belonged to something").isNotEmpty();
    }

    private static String counts(List<String> lines) {
        StringBuilder out = new StringBuilder();
        for (String outcome : List.of("passed", "failed", "skipped")) {
            long count = lines.stream().filter(line -> line.endsWith(' ' + outcome)).count();
            out.append(out.length() == 0 ? "" : ", ").append(count).append(' ').append(outcome);
        }
        return out.toString();
    }

    private static ChildJvm child() {
        return ChildJvm.on(Jdk.RUNNING).main(classPath, "com.example.tck.Tck");
    }
}

package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import dev.clew.smoke.ChildJvm.Running;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The published tests of reactive streams over publishers of Reactor and RxJava: what passes without the agent passes with it. */
class ReactiveStreamsTckTest {
    private static final Path TARGET = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
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
        assertThat(LangChain4j.spans(traces)).as("the streams belonged to something").isNotEmpty();
    }

    private static String counts(List<String> lines) {
        StringBuilder out = new StringBuilder();
        for (String outcome : List.of("passed", "failed", "skipped")) {
            long count = lines.stream().filter(line -> line.endsWith(' ' + outcome)).count();
            out.append(out.length() == 0 ? "" : ", ").append(count).append(' ').append(outcome);
        }
        return out.toString();
    }

    private static ChildJvm child() throws IOException {
        List<String> path = new ArrayList<>();
        path.add(TARGET.resolve("test-classes").toString());
        try (Stream<Path> jars = Files.list(TARGET.resolve("libs").resolve("reactive-streams-tck"))) {
            jars.sorted().forEach(jar -> path.add(jar.toString()));
        }
        path.add(Files.readString(TARGET.resolve("demo.classpath")).strip());
        return ChildJvm.on(Jdk.RUNNING).main(String.join(File.pathSeparator, path), "com.example.tck.Tck");
    }
}

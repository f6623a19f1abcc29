package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where no agent framework shows up, next to nothing of Clew is loaded, and it says nothing. */
class QuietStartTest {

    private static final List<String> NOT_BEFORE_THE_FIRST_HIT =
            List.of("org.objectweb.asm.", "net.bytebuddy.", "com.fasterxml.", "io.opentelemetry.", "picocli.");

    @TempDir
    Path dir;

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    static Stream<Jdk> jdks() {
        return Jdk.all().stream();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void helloWorldLoadsNoLibraryOfOurs(Jdk jdk) throws Exception {
        Path log = dir.resolve("classes.log");
        Path traces = dir.resolve("traces");
        Result result = Clew.in(ChildJvm.on(jdk), traces)
                .jvm("-Xlog:class+load:file=" + log + ":none")
                .main(Demo.classPath(), "com.example.measure.HelloWorld")
                .run();

        assertThat(result.stdout()).isEqualTo("Hello, world!\n");
        assertThat(result.stderr()).isEmpty();
        List<String> loaded = loaded(log);
        assertThat(loaded).contains("com.example.measure.HelloWorld");
        assertThat(loaded.stream().filter(name -> NOT_BEFORE_THE_FIRST_HIT.stream().anyMatch(name::startsWith))).isEmpty();
        assertThat(loaded.stream().filter(name -> name.startsWith("dev.clew.")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("dev.clew.agent."));
        assertThat(traces).doesNotExist();
    }

    /** Lines are {@code java.lang.Object source: ...}. */
    private static List<String> loaded(Path log) throws Exception {
        return Files.readAllLines(log).stream().map(line -> line.split(" ")[0]).toList();
    }
}

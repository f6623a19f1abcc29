package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cases of one provider's SDK, in a JVM without the agent and in one with it: once for all tests. */
record CasesRun(ChildJvm.Result alone, ChildJvm.Result traced, List<Span> spans) {
    private static final Map<String, CasesRun> RUNS = new ConcurrentHashMap<>();

    /**
     * @param cases class below {@code com.example.sdk}
     * @param libs folder below {@code target/libs}
     */
    static CasesRun of(String cases, String libs) {
        return RUNS.computeIfAbsent(libs, where -> {
            try {
                Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
                Path traces = Files.createTempDirectory(target, "sdk-");
                ChildJvm.Result alone = child(cases, libs).run();
                ChildJvm.Result traced = Clew.in(child(cases, libs), traces).run();
                return new CasesRun(alone, traced, Pieces.spans(traces));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ChildJvm child(String cases, String libs) throws IOException {
        return ChildJvm.on(Jdk.RUNNING)
                .jvm("-XX:+UseSerialGC")
                .main(HandoverRun.classPath(libs), "com.example.sdk." + cases);
    }

    void isTheSame() {
        assertThat(traced.exit()).as(traced.told()).isZero();
        assertThat(traced.stdout()).as(traced.told()).isEqualTo(alone.stdout()).endsWith("done\n");
        assertThat(traced.stderr().lines().filter(line -> !alone.stderr().contains(line)))
                .as(traced.told())
                .singleElement()
                .asString()
                .contains("tracing into");
    }

    /** The one call of a model. */
    Span call(String model) {
        return only(span -> span.text("gen_ai.request.model").equals(model), model);
    }

    Span tool(String name) {
        return only(span -> span.text("gen_ai.tool.name").equals(name), name);
    }

    private Span only(java.util.function.Predicate<Span> which, String name) {
        List<Span> found = spans.stream().filter(which).toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    /** What is right below, oldest first. */
    List<Span> below(Span span) {
        return spans.stream()
                .filter(other -> other.parent().equals(span.id()))
                .sorted(Comparator.comparing(Span::start))
                .toList();
    }
}

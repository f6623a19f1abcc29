package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.dataflow.Corpus;
import com.example.dataflow.Scenario;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What fed what, in runs whose flow is known: as good as promised, with each library. */
@ParameterizedClass(name = "{0}")
@MethodSource("runs")
class DataflowCorpusTest {
    private static final double PRECISION = 0.97;
    private static final double RECALL = 0.95;

    private final String library;
    private final Pieces run;

    DataflowCorpusTest(String library, Pieces run) {
        this.library = library;
        this.run = run;
    }

    static Stream<Arguments> runs() throws IOException {
        Path target = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();
        String demo = target.resolve("test-classes") + File.pathSeparator + target.resolve("classes") + File.pathSeparator
                + Files.readString(target.resolve("demo.classpath")).strip();
        return Stream.of(
                Arguments.of("LangChain4j", Pieces.run("dataflow", Jdk.RUNNING, demo, "com.example.dataflow.WithLangChain4j")),
                Arguments.of("Spring AI", spring("spring-ai", "WithSpringAi")),
                Arguments.of("Spring AI Alibaba", spring("spring-ai-alibaba", "WithAlibaba")));
    }

    private static Pieces spring(String library, String program) throws IOException {
        List<String> versions = SpringAi.versions(library);
        return SpringAi.run(library, "com.example.dataflow." + program, versions.get(versions.size() - 1), Jdk.RUNNING);
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.alone.stdout()).doesNotContain("threw");
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
    }

    @Test
    void linksAreThoseOfTheCorpus() {
        holds("", Corpus.known());
    }

    @Test
    void linksAreThoseOfScenariosWrittenAfterTheAlgorithm() {
        holds(", held out", Corpus.heldOut());
        holds(", held out later", Corpus.heldOutLater());
        holds(", held out last", Corpus.heldOutLast());
    }

    @Test
    void linksAreThoseOfAgentsAtOnceAndOfWorkflows() {
        holds(", together", Corpus.together());
    }

    private void holds(String which, List<Scenario> scenarios) {
        DataflowScore score = new DataflowScore();
        for (Scenario scenario : scenarios) {
            score.add(scenario, tree(scenario));
        }
        System.out.println(score.report(library + which) + "  " + scenarios.size() + " scenarios\n  " + String.join("\n  ", score.wrong));
        assertThat(score.precision()).as("precision; " + score.wrong).isGreaterThanOrEqualTo(PRECISION);
        assertThat(score.recall()).as("recall; " + score.wrong).isGreaterThanOrEqualTo(RECALL);
    }

    /** What filled a memory before the request is a trace of its own. */
    private Tree tree(Scenario scenario) {
        String piece = Corpus.together().stream().filter(other -> scenario.name().equals(other.twin())).map(Scenario::name).findFirst()
                .orElse(scenario.name());
        List<Tree> requests = run.traces(piece).stream()
                .filter(tree -> tree.roots().get(0).name().startsWith("GET"))
                .filter(tree -> tree.roots().get(0).text("url.path").equals("/" + scenario.name()))
                .toList();
        assertThat(requests).as(scenario.name()).hasSize(1);
        return requests.get(0);
    }
}

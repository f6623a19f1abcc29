package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.smoke.ChildJvm.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Agents of LangChain4j whose stream is adapted to another type: one agent a subscription, from its start to its end. */
class FluxAgentsTest {
    private static final Path TARGET = Path.of(System.getProperty("smoke.target", "target")).toAbsolutePath();

    private static Result alone;
    private static Result traced;
    private static List<Span> spans;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Clew.assumeBuilt();
        Path traces = Files.createTempDirectory(TARGET, "flux-");
        alone = child().run();
        traced = Clew.in(child(), traces).run();
        spans = new ArrayList<>(Pieces.spans(traces));
        spans.sort(Comparator.comparing(Span::start));
    }

    private static ChildJvm child() throws IOException {
        List<String> path = new ArrayList<>();
        path.add(TARGET.resolve("test-classes").toString());
        try (Stream<Path> jars = Files.list(TARGET.resolve("libs").resolve("langchain4j-reactor"))) {
            jars.sorted().forEach(jar -> path.add(jar.toString()));
        }
        path.add(Files.readString(TARGET.resolve("demo.classpath")).strip());
        return ChildJvm.on(Jdk.RUNNING).main(String.join(File.pathSeparator, path), "com.example.langchain4j.FluxAgents");
    }

    private static List<Span> agents(String text) {
        return spans.stream()
                .filter(span -> span.is("invoke_agent") && span.text("gen_ai.input.messages").contains('"' + text + '"'))
                .toList();
    }

    private static List<String> below(Span parent) {
        return spans.stream().filter(span -> span.parent().equals(parent.id())).map(Span::name).toList();
    }

    @Test
    void theApplicationSeesNoDifference() {
        assertThat(alone.exit()).as(alone.told()).isZero();
        assertThat(traced.stdout()).as(traced.told()).isEqualTo(alone.stdout());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hot complete", "cold complete"})
    void completedStreamIsOneAgentWithItsCallsAndAnswer(String text) {
        assertThat(agents(text)).singleElement().satisfies(agent -> {
            assertThat(below(agent)).containsExactly("chat scripted-1", "execute_tool add", "chat scripted-1");
            assertThat(agent.text("gen_ai.output.messages")).contains("It is 3.");
            assertThat(agent.failed() || agent.has("clew.cancelled")).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"hot error", "cold error"})
    void failedStreamIsAFailedAgent(String text) {
        assertThat(agents(text)).singleElement().satisfies(agent -> {
            assertThat(agent.text("error.type")).isEqualTo("java.lang.IllegalArgumentException");
            assertThat(below(agent)).containsExactly("chat scripted-1");
        });
    }

    @Test
    void cancelledStreamIsACancelledAgent() {
        assertThat(agents("cold first")).singleElement().satisfies(agent -> {
            assertThat(agent.has("clew.cancelled")).isTrue();
            assertThat(agent.failed()).isFalse();
        });
    }

    @Test
    void hotStreamGoesOnWhoeverCancels() {
        assertThat(agents("hot first")).singleElement().satisfies(agent -> {
            assertThat(agent.has("clew.cancelled")).isFalse();
            assertThat(agent.text("gen_ai.output.messages")).contains("one");
        });
    }

    @Test
    void streamThatNobodySubscribesToIsCancelledOnceItIsGarbage() {
        assertThat(agents("cold never")).singleElement().satisfies(agent -> {
            assertThat(agent.has("clew.cancelled")).isTrue();
            assertThat(below(agent)).isEmpty();
        });
    }

    @Test
    void secondSubscriptionIsASecondAgent() {
        assertThat(agents("cold twice")).hasSize(2).allSatisfy(agent -> {
            assertThat(below(agent)).containsExactly("chat scripted-1");
            assertThat(agent.text("gen_ai.output.messages")).contains("one");
        });
    }
}

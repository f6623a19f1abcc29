package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trees of applications in the structures of Spring AI's published examples, from the oldest version to the newest. */
@ParameterizedClass(name = "spring-ai {0}, {1}")
@MethodSource("runs")
class SpringAiExamplesTest {
    private static final String ONE = """
            invoke_agent
              chat gpt-4o-mini
            """;

    private final String version;
    private final Pieces run;

    SpringAiExamplesTest(String version, Jdk jdk) {
        this.version = version;
        this.run = SpringAi.run("Applications", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return Pieces.onEachJdk(SpringAi.versions());
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private List<String> shapes(String piece) {
        assertThat(run.traces(piece)).as(run.traced.told()).isNotNull();
        return run.traces(piece).stream().map(SpringAi::shape).toList();
    }

    private String shape(String piece) {
        return SpringAi.shape(run.trace(piece));
    }

    /** The examples call them one after the other from a runner, without anything that holds them together. */
    @ParameterizedTest
    @ValueSource(strings = {"chain", "parallelization"})
    void callsOfARunnerAreATraceEach(String piece) {
        assertThat(shapes(piece)).containsExactly(ONE, ONE, ONE);
    }

    @Test
    void routerAndTheOneItChoseAreATraceEach() {
        assertThat(shapes("routing")).containsExactly(ONE, ONE);
        Span router = run.traces("routing").get(0).all("invoke_agent").get(0);
        assertThat(router.text("gen_ai.output.type")).isEqualTo("json");
        assertThat(router.text("gen_ai.output.messages")).contains("billing");
        assertThat(run.traces("routing").get(1).all("invoke_agent").get(0).text("gen_ai.input.messages"))
                .contains("You explain bills.");
    }

    @Test
    void orchestratorAndItsWorkersAreATraceEachWithTheirTemplates() {
        assertThat(shapes("orchestrator")).containsExactly(ONE, ONE, ONE);
        Span worker = run.traces("orchestrator").get(2).all("invoke_agent").get(0);
        assertThat(worker.text("clew.prompt.template")).startsWith("Write it.\nTask: {task}");
        assertThat(worker.text("gen_ai.prompt.variable.style")).isEqualTo("friendly");
    }

    @Test
    void evaluatorAndOptimizerAreATraceEachForAsLongAsTheyTakeTurns() {
        assertThat(shapes("evaluator")).containsExactly(ONE, ONE, ONE, ONE);
        assertThat(run.traces("evaluator").get(2).all("invoke_agent").get(0).text("gen_ai.prompt.variable.context"))
                .contains("the minimum is slow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orchestratorBehindHttp", "parallelizationBehindHttp"})
    void behindAServerTheRequestHoldsThemTogether(String piece) {
        assertThat(shape(piece)).isEqualTo("GET\n" + (ONE + ONE + ONE).indent(2));
        assertThat(run.trace(piece).roots().get(0).kind()).isEqualTo("SERVER");
    }

    @Test
    void questionIsAnsweredFromWhatWasFoundInTheStore() {
        assertThat(oneEmbedding(shape("ingest"))).isEqualTo("""
                create_memory
                  embeddings
                """);
        assumeThat(SpringAi.isOne(version)).as("the module of this advisor is not out in 2.0").isTrue();
        assertThat(oneEmbedding(shape("naiveRag"))).isEqualTo("""
                invoke_agent
                  retrieval
                    embeddings
                  chat gpt-4o-mini
                """);
        assertThat(run.trace("naiveRag").all("chat").get(0).text("gen_ai.input.messages")).contains("thirty days");
        assertThat(run.trace("naiveRag").all("invoke_agent").get(0).text("gen_ai.output.messages")).contains("Within thirty days.");
    }

    @Test
    void questionThatIsRewrittenFirstIsAnAgentsWorkToo() {
        assertThat(oneEmbedding(shape("modularRag"))).isEqualTo("""
                invoke_agent
                  invoke_agent
                    chat gpt-4o-mini
                  retrieval
                    embeddings
                  chat gpt-4o-mini
                """);
        assertThat(run.trace("modularRag").all("retrieval").get(0).text("gen_ai.retrieval.query.text")).isEqualTo("return period");
    }

    /** The store of the tests embeds one text at a time, and since 1.1 one of its own to learn how long a vector is. */
    private static String oneEmbedding(String shape) {
        return shape.replaceAll("( *embeddings\n)\\1+", "$1");
    }

    @Test
    void conversationIsRememberedAroundTheToolsOfATurn() {
        assertThat(shape("firstTurn")).isEqualTo("""
                invoke_agent
                  search_memory
                  create_memory
                  chat gpt-4o-mini
                  execute_tool add
                  chat gpt-4o-mini
                  create_memory
                """);
        assertThat(shape("secondTurn")).isEqualTo("""
                invoke_agent
                  search_memory
                  create_memory
                  chat gpt-4o-mini
                  create_memory
                """);
        Tree first = run.trace("firstTurn");
        Tree second = run.trace("secondTurn");
        assertThat(second.all("search_memory").get(0).links("memory"))
                .containsExactlyInAnyOrderElementsOf(first.all("create_memory").stream().map(Span::id).toList());
        assertThat(second.all("invoke_agent").get(0).text("gen_ai.output.messages")).contains("Three.");
        assertThat(second.all("chat").get(0).text("gen_ai.conversation.id")).isEqualTo("customer-9");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "chain", "parallelization", "routing", "orchestrator", "evaluator", "orchestratorBehindHttp", "parallelizationBehindHttp",
        "naiveRag", "modularRag", "firstTurn", "secondTurn"
    })
    void tokensAreThoseThatTheProviderServed(String piece) {
        Matcher used = Pattern.compile(piece + " used (\\d+) (\\d+)").matcher(run.traced.stdout());
        assumeThat(piece.equals("naiveRag") && !SpringAi.isOne(version)).as("the module of this advisor is not out in 2.0").isFalse();
        assertThat(used.find()).as(run.traced.told()).isTrue();
        assertThat(sum(piece, "gen_ai.usage.input_tokens")).isEqualTo(Long.parseLong(used.group(1))).isPositive();
        assertThat(sum(piece, "gen_ai.usage.output_tokens")).isEqualTo(Long.parseLong(used.group(2))).isPositive();
    }

    private long sum(String piece, String attribute) {
        return run.traces(piece).stream().mapToLong(tree -> tree.sum("chat", attribute)).sum();
    }

    @Test
    void noSpanIsOrphanedAndNoneIsThereTwice() {
        Set<String> ids = new HashSet<>();
        run.pieces().forEach((piece, trees) -> trees.forEach(tree -> {
            assertThat(tree.roots()).as(piece).hasSize(1);
            assertThat(tree.roots()).as(piece).allSatisfy(root -> assertThat(root.parent()).isEmpty());
            tree.spans().forEach(span -> assertThat(ids.add(span.id())).as(span.name()).isTrue());
        }));
    }
}

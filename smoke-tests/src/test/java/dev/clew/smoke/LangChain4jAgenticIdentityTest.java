package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents of a workflow hand on as objects, through LangChain4j's scope and through a graph's state. */
class LangChain4jAgenticIdentityTest {
    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    private static Pieces run() {
        return LangChain4j.runWithClient("Passed", Jdk.RUNNING);
    }

    private static Pieces graph() throws Exception {
        List<String> versions = SpringAi.versions("spring-ai-alibaba");
        return SpringAi.run("spring-ai-alibaba", "com.example.alibaba.Passed", versions.get(versions.size() - 1), Jdk.RUNNING);
    }

    /** As {@code from: by}. */
    private static List<String> data(Tree tree, Span to) {
        List<String> links = new ArrayList<>();
        for (JsonNode link : to.json().path("links")) {
            if (link.path("attributes").path("clew.link").asText().equals("data")) {
                links.add(tree.byId(link.path("spanId").asText()).name() + ": " + link.path("attributes").path("clew.data.by").asText("words"));
            }
        }
        return links;
    }

    private static Span named(Tree tree, String name) {
        return tree.spans().stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() throws Exception {
        for (Pieces run : List.of(run(), graph())) {
            assertThat(run.alone.exit()).as(run.alone.told()).isZero();
            assertThat(run.alone.stdout()).doesNotContain("threw", "not in this version");
            assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        }
    }

    @Test
    void answerThatIsTooShortForWordsIsLinkedToWhoseItWas() {
        Tree tree = run().trace("short");
        assertThat(data(tree, named(tree, "invoke_agent Gate"))).containsExactly("invoke_agent Scorer: identity");
        JsonNode link = named(tree, "invoke_agent Gate").json().path("links").get(0).path("attributes");
        assertThat(link.path("clew.data.sample").asText()).isEqualTo("7");
    }

    @Test
    void recordIsLinkedToTheAgentThatAnsweredIt() {
        Tree tree = run().trace("record");
        assertThat(data(tree, named(tree, "invoke_agent Desk"))).containsExactly("invoke_agent Judge: identity");
    }

    @Test
    void inALoopEachRoundIsGivenItsOwn() {
        Tree tree = run().trace("loop");
        List<Span> agents = tree.all("invoke_agent");
        assertThat(agents).extracting(Span::name)
                .containsExactly("invoke_agent Scorer", "invoke_agent Gate", "invoke_agent Scorer", "invoke_agent Gate");
        assertThat(agents.get(1).links("data")).containsExactly(agents.get(0).id());
        assertThat(agents.get(3).links("data")).containsExactly(agents.get(2).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "number", "truth", "empty", "record", "list"})
    void constantThatAgentsShareIsNoLink(String kind) {
        for (String piece : List.of("constant-", "given-")) {
            Tree tree = run().trace(piece + kind);
            assertThat(tree.all("invoke_agent")).hasSizeGreaterThan(1);
            for (Span span : tree.spans()) {
                assertThat(data(tree, span)).as(piece + kind + ", " + span.name()).noneMatch(link -> link.endsWith("identity"));
            }
        }
    }

    @Test
    void stateOfAGraphHandsOnLikewise() throws Exception {
        Tree tree = graph().trace("short");
        assertThat(data(tree, named(tree, "execute_step gate"))).as(Pieces.shape(tree)).containsExactly("execute_step scorer: identity");
        Tree constant = graph().trace("constant");
        assertThat(data(constant, named(constant, "execute_step gate"))).isEmpty();
    }
}

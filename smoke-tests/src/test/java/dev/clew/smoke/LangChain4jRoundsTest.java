package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of rounds of several tools, of tools that go wrong, and of models that are made of others. */
@ParameterizedClass(name = "langchain4j {0}, {1}")
@MethodSource("runs")
class LangChain4jRoundsTest {
    private final String version;
    private final Pieces run;

    LangChain4jRoundsTest(String version, Jdk jdk) {
        this.version = version;
        this.run = LangChain4j.run("Rounds", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        List<String> all = LangChain4j.versions();
        Jdk first = Jdk.all().get(0);
        Jdk last = Jdk.all().get(Jdk.all().size() - 1);
        return List.of(
                Arguments.of(all.get(0), first), Arguments.of("1.10.0", first), Arguments.of(all.get(all.size() - 1), last));
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
        assertThat(run.traced.stderr().lines()).as(run.traced.told()).hasSize(1);
    }

    @Test
    void severalToolsOfARoundAreEachTheirOwn() {
        assertThat(run.shape("several")).isEqualTo("""
                invoke_agent Assistant
                  chat scripted-1
                  execute_tool left
                  execute_tool right ERROR java.lang.IllegalStateException
                  execute_tool left
                  chat scripted-1
                """);
        Tree tree = run.trace("several");
        assertThat(tree.all("execute_tool")).extracting(tool -> tool.text("gen_ai.tool.call.result"))
                .containsExactly("left 1", "right is broken", "left 3");
        assertThat(tree.all("execute_tool"))
                .allMatch(tool -> tool.links("tool_call").equals(List.of(tree.all("chat").get(0).id())));
    }

    @Test
    void concurrentToolThatFailsFailsAlone() {
        assumeThat(LangChain4j.isSince(version, 4)).as("tools wait for each other before").isTrue();
        for (String piece : List.of("concurrent", "streamedConcurrent")) {
            Tree tree = run.trace(piece);
            assertThat(tree.all("execute_tool")).as(piece).hasSize(2).allSatisfy(tool -> {
                assertThat(tool.parent()).isEqualTo(tree.roots().get(0).id());
                assertThat(tool.failed()).isEqualTo(tool.name().endsWith("right"));
                assertThat(tool.links("tool_call")).hasSize(1);
            });
            assertThat(tree.all("chat")).as(piece).hasSize(2).allMatch(chat -> chat.parent().equals(tree.roots().get(0).id()));
        }
    }

    @Test
    void streamedRoundHasAllItsTools() {
        assertThat(run.shape("streamedSeveral")).isEqualTo("""
                invoke_agent Streaming
                  chat scripted-1
                  execute_tool left
                  execute_tool right ERROR java.lang.IllegalStateException
                  chat scripted-1
                """);
    }

    @Test
    void argumentsThatDoNotFitFailTheTool() {
        for (String piece : List.of("wrongType", "noJson")) {
            Tree tree = run.trace(piece);
            assertThat(tree.all("execute_tool")).as(piece).singleElement().satisfies(tool -> {
                assertThat(tool.failed()).isTrue();
                assertThat(tool.text("error.type")).isNotEmpty();
                assertThat(tool.text("gen_ai.tool.call.arguments")).startsWith("{\"n\":");
                assertThat(tool.links("tool_call")).hasSize(1);
            });
        }
    }

    @Test
    void toolThatTheModelMadeUpEndsTheAgentAsTheLibrarySays() {
        Tree tree = run.trace("madeUp");
        assertThat(tree.roots()).singleElement().matches(Span::failed);
        assertThat(tree.all("chat")).hasSize(1);
        assumeThat(LangChain4j.isSince(version, 4)).as("nothing is called for it before").isTrue();
        assertThat(tree.all("execute_tool")).singleElement().matches(Span::failed);
    }

    @Test
    void modelThatFallsBackIsACallAndEachFurtherModelOneBelow() {
        assertThat(run.shape("fallback")).isEqualTo("chat broken\n  chat second\n");
        Tree tree = run.trace("fallback");
        assertThat(tree.sum("chat", "gen_ai.usage.input_tokens")).isEqualTo(10);
        assertThat(tree.roots().get(0).text("gen_ai.output.messages")).contains("from the second");
        assertThat(tree.roots().get(0).events("clew.model.failed")).containsExactly("error=java.lang.IllegalStateException");
        assertThat(run.shape("fallbackAllBroken")).isEqualTo("""
                chat broken ERROR java.lang.IllegalStateException
                  chat broken ERROR java.lang.IllegalStateException
                """);
    }

    @Test
    void modelThatHandsOnToOneOtherIsOneCall() {
        assertThat(run.shape("fallbackUnused")).isEqualTo("chat first\n");
        assertThat(run.shape("routed")).isEqualTo("chat second\n");
        for (String piece : List.of("fallbackUnused", "routed")) {
            assertThat(run.trace(piece).sum("chat", "gen_ai.usage.input_tokens")).as(piece).isEqualTo(10);
        }
    }

    @Test
    void tokensOfAllModelsThatWereAskedAreCounted() {
        for (String piece : List.of("both", "askedBefore")) {
            assertThat(run.trace(piece).all("chat")).as(piece).hasSize(2);
            assertThat(run.trace(piece).sum("chat", "gen_ai.usage.input_tokens")).as(piece).isEqualTo(20);
            assertThat(run.trace(piece).sum("chat", "gen_ai.usage.output_tokens")).as(piece).isEqualTo(10);
        }
    }

    @Test
    void tokensOfAModelAreCountedWhateverBecomesOfItsAnswer() {
        assertThat(run.shape("rewritten")).isEqualTo("chat first\n");
        assertThat(run.trace("rewritten").roots().get(0).text("gen_ai.output.messages")).contains("FROM THE FIRST");
        assertThat(run.shape("secondBroken")).isEqualTo("""
                chat first ERROR java.lang.IllegalStateException
                  chat broken ERROR java.lang.IllegalStateException
                """);
        for (String piece : List.of("rewritten", "secondBroken")) {
            assertThat(run.trace(piece).sum("chat", "gen_ai.usage.input_tokens")).as(piece).isEqualTo(10);
        }
    }

    @Test
    void agentOnAModelThatFallsBackHasEachRoundOnce() {
        Tree tree = run.trace("agentOfBoth");
        Span agent = tree.roots().get(0);
        assertThat(tree.all("chat")).filteredOn(chat -> chat.parent().equals(agent.id())).hasSize(2);
        assertThat(tree.sum("chat", "gen_ai.usage.input_tokens")).isEqualTo(20);
        assertThat(tree.all("execute_tool")).singleElement().satisfies(tool -> {
            assertThat(tool.parent()).isEqualTo(agent.id());
            assertThat(tool.links("tool_call")).hasSize(1);
        });
    }
}

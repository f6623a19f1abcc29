package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of what Spring AI keeps, of tools of every kind, and of an application that observes it by Spring's own means. */
@ParameterizedClass(name = "spring-ai {0}, {1}")
@MethodSource("runs")
class SpringAiStoresTest {
    private final String version;
    private final Pieces run;

    SpringAiStoresTest(String version, Jdk jdk) {
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

    private String shape(String piece) {
        return SpringAi.shape(run.trace(piece)).replaceAll("( *embeddings\n)\\1+", "$1");
    }

    private Span one(String piece, String operation) {
        assertThat(run.trace(piece).all(operation)).hasSize(1);
        return run.trace(piece).all(operation).get(0);
    }

    // ---- stores

    @Test
    void theApplicationSaysTheSameWithAndWithout() {
        assertThat(run.alone.exit()).as(run.alone.told()).isZero();
        assertThat(run.traced.stdout()).as(run.traced.told()).isEqualTo(run.alone.stdout());
    }

    @Test
    void documentsThatAreStoredAreWrittenToAMemory() {
        assertThat(shape("storeAdds")).isEqualTo("create_memory\n  embeddings\n");
        assertThat(shape("storeAccepts")).isEqualTo("create_memory\n  embeddings\n");
        assertThat(one("storeAdds", "create_memory").text("gen_ai.memory.records"))
                .contains("Snow is white.", "Coal is black.", "\"role\":\"document\"");
        assertThat(one("storeAdds", "create_memory").number("gen_ai.memory.record.count")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"storeDeletes", "storeDeletesSome"})
    void documentsAreDeletedOnce(String piece) {
        boolean unknown = piece.equals("storeDeletesSome") && SpringAi.isOne(version);
        // a store of the tests embeds a text of its own to learn how long a vector is
        assertThat(shape(piece)).isEqualTo(
                "delete_memory" + (unknown ? " ERROR java.lang.UnsupportedOperationException" : "") + "\n  embeddings\n");
    }

    @Test
    void repositoryThatTheApplicationUsesItselfIsSeen() {
        assertThat(run.traces("repository")).extracting(Pieces::shape)
                .containsExactly("update_memory\n", "search_memory\n", "delete_memory\n");
        Span read = run.traces("repository").get(1).spans().get(0);
        assertThat(read.text("gen_ai.memory.store.id")).isEqualTo("c-1");
        assertThat(read.text("gen_ai.memory.records")).contains("one", "two");
        assertThat(read.links("memory")).containsExactly(run.traces("repository").get(0).spans().get(0).id());
    }

    @Test
    void windowAndItsRepositoryAreOneMemoryAndItSaysWhatItLetGo() {
        assertThat(run.traces("window")).extracting(Pieces::shape)
                .containsExactly("create_memory\n", "create_memory\n", "search_memory\n");
        Span first = run.traces("window").get(0).spans().get(0);
        Span second = run.traces("window").get(1).spans().get(0);
        Span read = run.traces("window").get(2).spans().get(0);
        assertThat(first.has("clew.memory.evicted")).isFalse();
        assertThat(ids(second, "clew.memory.evicted")).as("all but the instructions").isEqualTo(ids(first, "clew.memory.written").subList(1, 3));
        assertThat(read.links("memory")).as("its repository knows who wrote").containsExactlyInAnyOrder(first.id(), second.id());
    }

    private static List<String> ids(Span span, String attribute) {
        return List.of(span.text(attribute).replaceAll("[\\[\\]\"]", "").split(","));
    }

    @Test
    void batchesOfTextsAreACallEach() {
        assertThat(run.traces("batched")).extracting(Pieces::shape).containsExactly("embeddings\n", "embeddings\n");
        assertThat(run.traces("batched").get(0).spans().get(0).number("clew.embeddings.count")).isEqualTo(2);
    }

    // ---- tools

    @ParameterizedTest
    @ValueSource(strings = {"function", "brokenFunction"})
    void functionIsATool(String piece) {
        boolean broken = piece.equals("brokenFunction");
        boolean fatal = broken && version.equals("1.0.0");
        String error = " ERROR java.lang.IllegalStateException";
        assertThat(shape(piece)).isEqualTo("invoke_agent" + (fatal ? error : "") + "\n  chat gpt-4o-mini\n  execute_tool "
                + (broken ? "croak" + error : "shout") + "\n" + (fatal ? "" : "  chat gpt-4o-mini\n"));
        Span tool = one(piece, "execute_tool");
        assertThat(tool.text("gen_ai.tool.description")).isEqualTo("Makes noise");
        assertThat(tool.links("tool_call")).hasSize(1);
        assertThat(tool.text("gen_ai.tool.call.id")).isNotEmpty();
        assertThat(tool.text("gen_ai.tool.call.result")).isEqualTo(broken ? "" : "\"HEY\"");
    }

    @Test
    void toolsOfAnApplicationThatRunsTheLoopItselfHaveTheirIds() {
        for (String piece : List.of("ownLoop", "ownLoopThrows")) {
            assertThat(shape(piece)).isEqualTo("execute_tool save ERROR java.lang.IllegalStateException\n");
            assertThat(one(piece, "execute_tool").text("gen_ai.tool.call.id")).isEqualTo("call-1");
        }
        assertThat(run.traced.stdout()).contains("== ownLoop\ntool\n", "== ownLoopThrows\nthe same: true\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mcp", "mcpAsync", "streamMcp"})
    void toolOfAServerIsTheOneToolCallAndSaysWhereItRuns(String piece) {
        Span tool = one(piece, "execute_tool");
        assertThat(tool.name()).endsWith("clock");
        assertThat(shape(piece)).isEqualTo("""
                invoke_agent
                  chat gpt-4o-mini
                  %s
                  chat gpt-4o-mini
                """.formatted(tool.name()));
        assertThat(tool.text("mcp.method.name")).isEqualTo("tools/call");
        assertThat(tool.text("clew.mcp.server")).isEqualTo("clocks");
        assertThat(tool.text("gen_ai.tool.call.result")).contains("noon in UTC");
        assertThat(tool.links("tool_call")).hasSize(1);
    }

    // ---- Spring's own observations

    /** That they are the same with and without is a part of what the application says. */
    @ParameterizedTest
    @ValueSource(strings = {"observed", "streamObserved"})
    void whatSpringObservesStaysAndNothingIsThereTwice(String piece) {
        String told = run.traced.stdout().replaceAll("(?s).*== " + piece + "\n(.*?)(== .*|$)", "$1");
        String alone = run.alone.stdout().replaceAll("(?s).*== " + piece + "\n(.*?)(== .*|$)", "$1");
        assertThat(told).isEqualTo(alone);
        for (String name : List.of(
                "spring.ai.chat.client", "spring.ai.advisor", "gen_ai.client.operation", "spring.ai.tool", "db.vector.client.operation")) {
            assertThat(told).contains("observed " + name + " ");
        }
        assertThat(told.split("observed gen_ai.client.operation ", -1)).as("a round each").hasSize(3);
        assertThat(shape(piece)).isEqualTo("""
                invoke_agent
                  retrieval
                    embeddings
                  chat gpt-4o-mini
                  execute_tool add
                  chat gpt-4o-mini
                """);
    }
}

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

/** What is promised of memories, on each version of LangChain4j. */
@ParameterizedClass(name = "langchain4j {0}, {1}")
@MethodSource("runs")
class LangChain4jMemoryTest implements MemoryContract {
    private final String version;
    private final Pieces run;

    LangChain4jMemoryTest(String version, Jdk jdk) {
        this.version = version;
        this.run = LangChain4j.run("Memories", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return LangChain4j.onEachJdk(LangChain4j.versions());
    }

    @BeforeAll
    static void agentIsThere() {
        Clew.assumeBuilt();
    }

    @Override
    public Pieces run() {
        return run;
    }

    @Override
    public List<String> memoriesByThemselves() {
        return List.of("store");
    }

    @Override
    public List<String> memoriesThatAreRead() {
        return List.of("store", "sameStore", "otherMemory", "evict", "tools", "agent");
    }

    @Override
    public List<List<String>> memoriesThatLetGo() {
        return List.of(List.of("evict"), List.of("evictTokens"), List.of("tools"));
    }

    @Override
    public List<String> memoriesOfAnAgent() {
        return List.of("agent", "tools");
    }

    @Override
    public List<String> writesThatFail() {
        return List.of("error");
    }

    /** The spans of a piece in the order of their starts, those of its roots alone. */
    private List<Span> roots(String piece) {
        return run.traces(piece).stream().map(tree -> tree.roots().get(0)).toList();
    }

    private List<String> names(String piece) {
        return run.traces(piece).stream().map(tree -> Pieces.shape(tree).strip()).toList();
    }

    @Test
    void accessIsOneSpanWhateverTheMemoryDoesInside() {
        assertThat(names("add")).containsExactly("create_memory");
        assertThat(names("read")).containsExactly("search_memory");
        assertThat(names("clear")).containsExactly("delete_memory");
        assertThat(names("own")).containsExactly("create_memory", "create_memory", "search_memory");
        Span add = roots("add").get(0);
        assertThat(add.text("gen_ai.memory.store.id")).isEqualTo("m-1");
        assertThat(add.text("gen_ai.memory.records")).contains("\"hi\"");
        assertThat(add.text("clew.memory.written")).matches("\\[\"[0-9a-f]{16}\"]");
        assertThat(roots("own").get(0).has("gen_ai.memory.store.id")).as("an id that only the application can tell").isFalse();
    }

    @Test
    void replacedMemoryIsAnUpdate() {
        assumeThat(LangChain4j.isSince(version, 16)).as("memories are not replaced before").isTrue();
        assertThat(names("set")).singleElement().asString().startsWith("update_memory");
        Span set = roots("set").get(0);
        assertThat(set.failed()).isEqualTo(set.has("clew.memory.written") ? false : true);
    }

    @Test
    void whatTheWindowDropsIsEvicted() {
        for (String piece : List.of("evict", "evictTokens")) {
            assertThat(names(piece)).containsExactly("create_memory", "create_memory", "create_memory", "search_memory");
            List<Span> spans = roots(piece);
            assertThat(spans.get(2).text("clew.memory.evicted")).isEqualTo(spans.get(0).text("clew.memory.written"));
            assertThat(spans.get(3).text("clew.memory.evicted")).as("what has gone before it was read")
                    .isEqualTo(spans.get(2).text("clew.memory.evicted"));
            assertThat(spans).filteredOn(span -> span.has("clew.memory.evicted")).hasSize(2);
        }
    }

    @Test
    void instructionsThatAreThereAlreadyAreNoWrite() {
        assertThat(names("sameInstructions")).containsExactly("create_memory", "search_memory");
    }

    @Test
    void storeByItselfIsAMemory() {
        assertThat(names("store")).containsExactly("update_memory", "search_memory", "delete_memory");
        assertThat(roots("store")).allMatch(span -> span.text("gen_ai.memory.store.id").equals("m-8"));
        assertThat(roots("store").get(1).links("memory")).containsExactly(roots("store").get(0).id());
    }

    @Test
    void readIsLinkedToTheWritesOfTheSameMemoryAlone() {
        assertThat(roots("sameStore").get(1).links("memory")).containsExactly(roots("sameStore").get(0).id());
        List<Span> other = roots("otherMemory");
        assertThat(other.get(2).links("memory")).as("the first memory has the same id and entry").containsExactly(other.get(1).id());
    }

    @Test
    void agentsTurnIsItsReadsAndWrites() {
        String[] turns = {Pieces.shape(run.traces("agent").get(0)), Pieces.shape(run.traces("agent").get(1))};
        boolean readsFirst = LangChain4j.isSince(version, 10);
        String read = "  search_memory\n";
        String write = "  create_memory\n";
        assertThat(turns[0]).isEqualTo("invoke_agent Advised\n" + write + (readsFirst ? read + write : write + read)
                + "  chat scripted-1\n" + write);
        assertThat(turns[1]).isEqualTo("invoke_agent Advised\n" + (readsFirst ? read + write : write + read)
                + "  chat scripted-1\n" + write);
    }

    @Test
    void toolsTurnIsReadBackOnceWithWhatTheAgentRemembered() {
        Tree tree = run.trace("tools");
        List<Span> reads = tree.all("search_memory");
        assertThat(reads).hasSize(2);
        assertThat(reads.get(1).links("memory")).hasSize(3);
        assertThat(reads.get(1).number("gen_ai.memory.record.count")).isEqualTo(3);
        assertThat(tree.all("create_memory")).hasSize(4).allMatch(write -> write.parent().equals(tree.roots().get(0).id()));
        // the answer, which the question had to make room for
        Span last = tree.all("create_memory").get(3);
        assertThat(last.text("clew.memory.evicted")).isEqualTo(tree.all("create_memory").get(0).text("clew.memory.written"));
    }

    @Test
    void readingAgainWhatNobodyHasWrittenSinceIsNoSpan() {
        assumeThat(LangChain4j.isSince(version, 16)).as("agents read after they wrote before").isTrue();
        assertThat(run.shape("retrieval")).isEqualTo("""
                invoke_agent Assistant
                  search_memory
                  retrieval
                  create_memory
                  chat scripted-1
                  create_memory
                """);
    }

    @Test
    void failedWriteHasTheErrorOfItsStore() {
        assertThat(names("error")).containsExactly("create_memory ERROR java.lang.IllegalStateException");
    }
}

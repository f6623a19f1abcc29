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

/** What is promised of agents that remember and look things up, and of the memories, embeddings and searches of the application itself. */
@ParameterizedClass(name = "spring-ai {0}, {1}")
@MethodSource("runs")
class SpringAiKnowledgeTest implements MemoryContract, RetrievalContract {
    private final Pieces run;

    SpringAiKnowledgeTest(String version, Jdk jdk) {
        this.run = SpringAi.run("Clients", version, jdk);
    }

    static List<Arguments> runs() throws IOException {
        return Pieces.onEachJdk(SpringAi.versions());
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
        return List.of("memory");
    }

    @Override
    public List<String> memoriesThatAreRead() {
        return List.of("memory");
    }

    @Override
    public List<List<String>> memoriesThatLetGo() {
        return List.of(List.of("remembers", "streamRemembers"));
    }

    @Override
    public List<String> memoriesOfAnAgent() {
        return List.of("remembers", "streamRemembers");
    }

    @Override
    public List<String> writesThatFail() {
        return FrameworkContract.none("no piece yet");
    }

    @Override
    public List<String> embeddings() {
        return List.of("embedding");
    }

    @Override
    public List<String> searches() {
        return List.of("searched", "looksUp", "streamLooksUp");
    }

    @Override
    public List<String> searchesOfAnAgent() {
        return List.of("looksUp", "streamLooksUp");
    }

    @Override
    public List<String> ingestions() {
        return List.of("stored");
    }

    @Override
    public List<String> searchesThatFail() {
        return FrameworkContract.none("no piece yet");
    }

    private Span one(String piece, String operation) {
        assertThat(run.trace(piece).all(operation)).hasSize(1);
        return run.trace(piece).all(operation).get(0);
    }

    /** Without the HTTP attempts, which lie below the calls. */
    private String shape(String piece) {
        assertThat(run.trace(piece).http()).as(piece).allSatisfy(http ->
                assertThat(run.trace(piece).byId(http.parent()).is("chat")).isTrue());
        return run.shape(piece).replaceAll("(?m)^ *POST.*\n", "");
    }

    // ---- memory

    @ParameterizedTest
    @ValueSource(strings = {"remembers", "streamRemembers"})
    void memoryOfAnAgentHasItsConversation(String piece) {
        assertThat(shape(piece)).isEqualTo("""
                invoke_agent
                  search_memory
                  create_memory
                  chat gpt-4o-mini
                  create_memory
                """);
        assertThat(run.trace(piece).all("create_memory").get(1).text("gen_ai.memory.store.id")).isEqualTo("customer-7");
        assertThat(run.trace(piece).all("create_memory").get(1).text("gen_ai.memory.records")).contains("hello");
    }

    @Test
    void memoryThatIsFullSaysWhatItLetGo() {
        List<Span> first = run.trace("remembers").all("create_memory");
        Span last = run.trace("streamRemembers").all("create_memory").get(1);
        assertThat(first).noneSatisfy(span -> assertThat(span.has("clew.memory.evicted")).isTrue());
        assertThat(run.trace("streamRemembers").all("search_memory").get(0).links("memory")).hasSize(2);
        assertThat(last.text("clew.memory.evicted")).contains(ids(first.get(0)));
    }

    private static String ids(Span write) {
        return write.text("clew.memory.written").replaceAll("[\\[\\]]", "");
    }

    @Test
    void memoryThatTheApplicationUsesItselfIsSeenOnce() {
        assertThat(run.traces("memory")).extracting(Pieces::shape)
                .containsExactly("create_memory\n", "search_memory\n", "delete_memory\n");
    }

    // ---- retrieval

    @Test
    void searchOfAStoreIsARetrievalWithItsEmbeddingBelow() {
        assertThat(oneEmbedding(shape("searched"))).isEqualTo("retrieval\n  embeddings\n");
        Span retrieval = one("searched", "retrieval");
        assertThat(retrieval.text("gen_ai.retrieval.query.text")).isEqualTo("The sky is blue.");
        assertThat(retrieval.number("gen_ai.retrieval.top_k")).isEqualTo(1);
        assertThat(retrieval.text("clew.retrieval.documents"))
                .contains("\"id\":\"d-1\"", "\"source\":\"sky.txt\"", "The sky is blue.", "\"score\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"looksUp", "streamLooksUp"})
    void retrieverIsOneRetrievalUnderTheAgent(String piece) {
        assertThat(oneEmbedding(shape(piece))).isEqualTo("""
                invoke_agent
                  retrieval
                    embeddings
                  chat gpt-4o-mini
                """);
        Span retrieval = one(piece, "retrieval");
        assertThat(retrieval.text("gen_ai.retrieval.query.text")).isEqualTo("hi");
        assertThat(retrieval.number("gen_ai.retrieval.top_k")).isEqualTo(2);
        assertThat(retrieval.text("gen_ai.retrieval.documents")).contains("d-1", "d-2");
    }

    /** The store of the tests embeds a text of its own too, to learn how long a vector is. */
    private static String oneEmbedding(String shape) {
        return shape.replaceAll("( *embeddings\n)\\1", "$1");
    }

    @Test
    void embeddingIsOneSpan() {
        assertThat(shape("embedding")).isEqualTo("embeddings\n");
        Span call = one("embedding", "embeddings");
        assertThat(call.text("gen_ai.response.model")).isEqualTo("vectors-1");
        assertThat(call.number("gen_ai.usage.input_tokens")).isEqualTo(7);
        assertThat(call.number("gen_ai.embeddings.dimension.count")).isEqualTo(3);
        assertThat(call.text("gen_ai.input.messages")).contains("some text");
    }
}

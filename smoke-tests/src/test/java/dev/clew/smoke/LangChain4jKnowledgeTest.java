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

/** What is promised of embeddings, vector stores and retrieval, on each version of LangChain4j. */
@ParameterizedClass(name = "langchain4j {0}, {1}")
@MethodSource("runs")
class LangChain4jKnowledgeTest implements RetrievalContract {
    private final String version;
    private final Pieces run;

    LangChain4jKnowledgeTest(String version, Jdk jdk) {
        this.version = version;
        this.run = LangChain4j.run("Knowledge", version, jdk);
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
    public List<String> embeddings() {
        return List.of("embed", "embedSegment");
    }

    @Override
    public List<String> searches() {
        return List.of("retriever");
    }

    @Override
    public List<String> searchesOfAnAgent() {
        return List.of("agent", "own");
    }

    @Override
    public List<String> ingestions() {
        return List.of("ingest");
    }

    @Override
    public List<String> searchesThatFail() {
        return List.of("error");
    }

    /** Models say their names since 1.13. */
    private String shape(String piece) {
        return run.shape(piece).replace("embeddings letters-1", "embeddings");
    }

    private Tree thatDoes(String piece, String operation) {
        return run.traces(piece).stream().filter(tree -> tree.roots().get(0).is(operation)).findFirst().orElseThrow();
    }

    private Span first(String piece, String operation) {
        return run.trace(piece).all(operation).get(0);
    }

    @Test
    void everyWayToEmbedIsOneCallAndUsageIsCountedOnce() {
        for (String piece : List.of("embed", "embedSegment", "embedAll")) {
            assertThat(shape(piece)).as(piece).isEqualTo("embeddings\n");
            long texts = piece.equals("embedAll") ? 2 : 1;
            Span call = first(piece, "embeddings");
            assertThat(call.kind()).isEqualTo("CLIENT");
            assertThat(call.number("gen_ai.usage.input_tokens")).isEqualTo(7 * texts);
            assertThat(call.number("clew.embeddings.count")).isEqualTo(texts);
            assertThat(call.number("gen_ai.embeddings.dimension.count")).isEqualTo(4);
        }
        assertThat(first("embedAll", "embeddings").text("gen_ai.input.messages")).contains("\"one\"", "\"two\"");
    }

    @Test
    void requestThatLeadsBackToTheTextsIsOneCall() {
        assumeThat(LangChain4j.isSince(version, 19)).as("models take requests since 1.19").isTrue();
        assertThat(run.shape("embedRequest")).isEqualTo("embeddings letters-1\n");
        assertThat(first("embedRequest", "embeddings").text("gen_ai.input.messages")).contains("by request");
        assertThat(first("embedRequest", "embeddings").number("gen_ai.usage.input_tokens")).isEqualTo(7);
    }

    @Test
    void errorsOfSearchesAndEmbeddingsReachTheApplication() {
        assertThat(run.traced.stdout()).contains("threw java.lang.IllegalArgumentException: no such model");
        assertThat(shape("error")).isEqualTo("""
                invoke_agent Assistant ERROR java.lang.IllegalStateException
                  retrieval ERROR java.lang.IllegalStateException
                """);
    }

    @Test
    void ingestionIsOneWriteWithWhatWasWritten() {
        Tree tree = thatDoes("ingest", "create_memory");
        assertThat(Pieces.shape(tree).replace(" letters-1", "")).isEqualTo("create_memory\n  embeddings\n");
        assertThat(tree.all("create_memory").get(0).number("gen_ai.memory.record.count")).isEqualTo(3);
        assertThat(tree.all("create_memory").get(0).text("gen_ai.memory.records")).contains("zebra");
    }

    @Test
    void searchOfAStoreByItselfIsASearch() {
        Tree tree = thatDoes("search", "retrieval");
        assertThat(Pieces.shape(tree)).isEqualTo("retrieval\n");
        Span search = tree.all("retrieval").get(0);
        assertThat(search.number("gen_ai.retrieval.top_k")).isEqualTo(2);
        assertThat(search.text("clew.retrieval.documents")).contains("\"snippet\":\"cat\"", "\"source\":\"cats.txt\"");
    }

    @Test
    void everyWriteToAStoreIsOneSpan() {
        assertThat(run.traces("store")).extracting(Pieces::shape).containsExactly(
                "create_memory\n", "create_memory\n", "create_memory\n", "delete_memory\n", "retrieval\n");
        assertThat(run.traces("store").get(2).all("create_memory").get(0).number("gen_ai.memory.record.count")).isEqualTo(2);
    }

    @Test
    void retrieverIsOneSearchWithItsStoreInIt() {
        assertThat(shape("retriever")).isEqualTo("retrieval animals\n  embeddings\n");
        Span search = first("retriever", "retrieval");
        assertThat(search.text("gen_ai.retrieval.query.text")).isEqualTo("cat");
        assertThat(search.number("gen_ai.retrieval.top_k")).isEqualTo(2);
        assertThat(search.text("gen_ai.retrieval.documents")).contains("\"id\":\"id-cat\",\"score\":1");
    }

    @Test
    void decoratedRetrieverIsOneSearch() {
        assertThat(shape("decorated")).isEqualTo("retrieval\n  embeddings\n");
    }

    @Test
    void agentsSearchIsOneAndBelowTheAgent() {
        assertThat(shape("agent")).isEqualTo("""
                invoke_agent Assistant
                  retrieval
                    embeddings
                  chat scripted-1
                """);
        assertThat(shape("own")).as("through an augmentor of the application's own").isEqualTo(shape("agent"));
        assertThat(first("agent", "retrieval").text("clew.retrieval.documents")).contains("cat", "zebra", "cats.txt");
    }

    @Test
    void retrieverThatIsALambdaIsNotMissed() {
        assertThat(shape("lambda")).isEqualTo("invoke_agent Assistant\n  retrieval\n  chat scripted-1\n");
        assertThat(first("lambda", "retrieval").text("clew.retrieval.documents")).contains("by lambda");
        assertThat(shape("lambdaSearches")).isEqualTo("retrieval\n  embeddings\n");
        assertThat(first("lambdaSearches", "retrieval").number("gen_ai.retrieval.top_k")).isEqualTo(5);
    }

    @Test
    void severalRetrieversAreBelowTheOneSearchOnWhateverThread() {
        Tree tree = run.trace("several");
        String root = tree.roots().get(0).id();
        assertThat(tree.roots()).singleElement().matches(span -> span.is("retrieval"));
        assertThat(tree.all("retrieval")).filteredOn(span -> span.parent().equals(root)).hasSize(2);
        assertThat(tree.all("embeddings")).hasSize(2).allMatch(call -> !call.parent().equals(root));
    }

    @Test
    void questionThatIsRewrittenIsASearchOfItsOwn() {
        assertThat(shape("compressed")).isEqualTo("""
                retrieval
                  chat scripted-1
                  retrieval animals
                    embeddings
                """);
        assertThat(run.trace("compressed").all("retrieval"))
                .extracting(span -> span.text("gen_ai.retrieval.query.text")).containsExactly("the striped one", "zebra");
        Tree expanded = run.trace("expanded");
        assertThat(expanded.all("retrieval")).hasSize(3)
                .extracting(span -> span.text("gen_ai.retrieval.query.text"))
                .containsExactlyInAnyOrder("animals", "cat", "zebra");
    }

    @Test
    void callOfOneKindInACallOfAnotherIsItsChild() {
        assertThat(shape("chatThatEmbeds")).isEqualTo("chat scripted-1\n  embeddings\n");
        assertThat(shape("scoreThatChats")).isEqualTo("rerank\n  chat scripted-1\n");
        assertThat(run.trace("scoreThatChats").all("chat").get(0).text("gen_ai.output.messages")).contains("hello");
    }

    @Test
    void rerankingIsACallAndItsOrderIsWhatIsFound() {
        assertThat(shape("reranked")).isEqualTo("retrieval\n  embeddings\n  rerank\n");
        Span rerank = first("reranked", "rerank");
        assertThat(rerank.text("gen_ai.retrieval.query.text")).isEqualTo("cat");
        assertThat(rerank.text("clew.retrieval.documents")).startsWith("[{\"id\":\"id-zebra\",\"score\":0.9,\"rank\":1,\"rank_before\":2,");
        assertThat(first("reranked", "retrieval").text("clew.retrieval.documents"))
                .startsWith("[{\"id\":\"id-zebra\",\"score\":0.9,\"rank\":1,\"rank_before\":2,").contains("\"snippet\":\"zebra\"");
    }
}

package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Why something happened, on each version of Spring AI. */
@ParameterizedClass(name = "spring-ai {0}, {1}")
@MethodSource("runs")
class SpringAiEvidenceTest implements EvidenceContract {
    private final String version;
    private final Pieces run;

    SpringAiEvidenceTest(String version, Jdk jdk) {
        this.version = version;
        this.run = SpringAi.run("Evidence", version, jdk);
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
    public Pieces probabilities() {
        return run;
    }

    /** OpenAI's model of older versions keeps it to itself. */
    @Override
    public boolean reasoningIsTold() {
        return !SpringAi.isOne(version);
    }

    @Override
    public String filter() {
        return "kind == 'fact' && (year >= 2020 || source IN ['a', 'b'])";
    }

    @Test
    void rankingIsBelowTheAgentAndNamedByWhatDoesIt() {
        assertThat(SpringAi.shape(run.trace("reranked")).replaceAll("( *embeddings\n)\\1+", "$1")).isEqualTo("""
                invoke_agent
                  retrieval
                    embeddings
                  rerank Ranked
                  chat gpt-4o-mini
                """);
    }

    @Test
    void orderWithoutNewScoresIsNoConfidence() {
        Span rerank = run.trace("reordered").all("rerank").get(0);
        assertThat(rerank.text("clew.retrieval.documents")).contains("\"rank\":1,\"rank_before\":2").doesNotContain("score_before");
        assertThat(rerank.has("clew.confidence")).isFalse();
    }

    @Test
    void textsThatWereShortenedAreNoRanking() {
        Span change = run.trace("shortened").all("transform_documents").get(0);
        assertThat(change.name()).isEqualTo("transform_documents Shorter");
        assertThat(change.text("clew.retrieval.documents")).contains("\"snippet\":\"Blue.\"");
        assertThat(run.trace("shortened").all("rerank")).isEmpty();
    }
}

package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of embeddings, and of searches by them. */
interface RetrievalContract extends FrameworkContract {
    /** Each embeds one text. */
    List<String> embeddings();

    /** Each searches by an embedding, once, and finds something. */
    List<String> searches();

    /** As {@link #searches}, for an agent. */
    List<String> searchesOfAnAgent();

    /** Each stores documents with their embeddings. */
    List<String> ingestions();

    /** In each an agent's search throws. */
    List<String> searchesThatFail();

    @Test
    default void embeddingIsOneCallAndItsUsageIsCountedOnce() {
        each(embeddings(), tree -> {
            assertThat(tree.spans()).singleElement().matches(span -> span.is("embeddings"));
            Span call = tree.spans().get(0);
            assertThat(call.kind()).isEqualTo("CLIENT");
            assertThat(call.number("gen_ai.usage.input_tokens")).isEqualTo(7);
            assertThat(call.number("clew.embeddings.count")).isEqualTo(1);
            assertThat(call.number("gen_ai.embeddings.dimension.count")).isPositive();
            assertThat(call.text("gen_ai.input.messages")).isNotEmpty();
        });
    }

    @Test
    default void retrievalHasQueryAndDocuments() {
        each(searches(), tree -> {
            assertThat(tree.all("retrieval")).singleElement().matches(search -> !search.failed());
            Span search = tree.all("retrieval").get(0);
            assertThat(search.text("gen_ai.retrieval.query.text")).isNotEmpty();
            assertThat(search.number("gen_ai.retrieval.top_k")).isPositive();
            assertThat(search.text("gen_ai.retrieval.documents")).contains("\"id\":\"", "\"score\":");
            assertThat(search.text("clew.retrieval.documents")).contains("\"snippet\":\"");
        });
    }

    @Test
    default void embeddingOfTheQueryIsBelowTheSearch() {
        each(searches(), tree -> {
            Span search = tree.all("retrieval").get(0);
            assertThat(tree.all("embeddings")).isNotEmpty().allMatch(call -> call.parent().equals(search.id()));
            assertThat(tree.all("embeddings").toString()).contains(search.text("gen_ai.retrieval.query.text"));
        });
    }

    @Test
    default void agentsSearchIsOneAndBelowTheAgentBeforeItsModelIsAsked() {
        each(searchesOfAnAgent(), tree -> {
            Span agent = tree.roots().get(0);
            assertThat(agent.is("invoke_agent")).isTrue();
            assertThat(tree.all("retrieval")).singleElement().satisfies(search -> {
                assertThat(search.parent()).isEqualTo(agent.id());
                assertThat(search.text("clew.retrieval.documents")).contains("\"snippet\":\"");
                assertThat(FrameworkContract.ended(search)).isLessThanOrEqualTo(FrameworkContract.began(tree.all("chat").get(0)));
                assertThat(tree.all("embeddings")).isNotEmpty().allMatch(call -> call.parent().equals(search.id()));
            });
        });
    }

    @Test
    default void ingestionIsOneWriteWithItsEmbeddingsBelow() {
        assertThat(ingestions()).isNotEmpty();
        for (String piece : ingestions()) {
            List<Tree> writes = run().traces(piece).stream().filter(tree -> tree.roots().get(0).is("create_memory")).toList();
            assertThat(writes).as(piece).hasSize(1);
            Span write = writes.get(0).roots().get(0);
            assertThat(writes.get(0).all("create_memory")).as(piece).hasSize(1);
            assertThat(write.number("gen_ai.memory.record.count")).as(piece).isPositive();
            assertThat(write.text("gen_ai.memory.records")).as(piece).isNotEmpty();
            assertThat(writes.get(0).all("embeddings")).as(piece).isNotEmpty().allMatch(call -> call.parent().equals(write.id()));
        }
    }

    @Test
    default void failedSearchFailsItsSpanAndTheAgentAndReachesTheApplicationUnchanged() {
        each(searchesThatFail(), tree -> {
            assertThat(tree.all("retrieval")).singleElement().matches(Span::failed);
            assertThat(tree.roots().get(0).is("invoke_agent") && tree.roots().get(0).failed()).isTrue();
            assertThat(tree.all("retrieval").get(0).text("error.type")).isEqualTo(tree.roots().get(0).text("error.type"));
        });
        for (String piece : searchesThatFail()) {
            assertThat(said(piece)).contains("the same: true");
        }
    }
}

package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of answers that come in pieces. */
interface StreamContract extends FrameworkContract {
    /** Each hears one stream to its end: of a model, or of an agent. */
    List<String> streams();

    /** Each hears an agent's stream to its end; the agent runs tools on the way. */
    List<String> streamedAgents();

    /** Each leaves a stream before its end. */
    List<String> streamsCancelled();

    /** Each hears of an error of the model. */
    List<String> streamsThatFail();

    /** In each a stream is made that nobody subscribes to. */
    List<String> streamsNeverHeard();

    @Test
    default void streamEndsOnceWithItsAnswer() {
        each(streams(), tree -> {
            assertThat(tree.all("chat")).isNotEmpty().allSatisfy(chat -> {
                assertThat(chat.text("gen_ai.request.stream")).isEqualTo("true");
                assertThat(chat.has("gen_ai.response.time_to_first_chunk")).isTrue();
                assertThat(chat.text("gen_ai.output.messages")).contains("\"role\":\"assistant\"");
                assertThat(chat.number("gen_ai.usage.output_tokens")).isPositive();
                assertThat(chat.failed() || chat.has("clew.cancelled")).isFalse();
            });
            FrameworkContract.endsLast(tree, tree.roots().get(0));
        });
    }

    @Test
    default void streamKeepsItsParent() {
        each(streamedAgents(), tree -> {
            Span agent = tree.roots().get(0);
            assertThat(agent.is("invoke_agent")).isTrue();
            assertThat(FrameworkContract.below(tree, agent, "chat")).hasSizeGreaterThan(1).hasSameSizeAs(tree.all("chat"));
            assertThat(FrameworkContract.below(tree, agent, "execute_tool")).isNotEmpty().hasSameSizeAs(tree.all("execute_tool"))
                    .allSatisfy(tool -> assertThat(tool.links("tool_call")).hasSize(1));
            assertThat(agent.text("gen_ai.output.messages")).isNotEmpty();
            FrameworkContract.endsLast(tree, agent);
        });
    }

    @Test
    default void cancelledStreamEndsTheSpan() {
        each(streamsCancelled(), tree -> {
            assertThat(tree.roots()).singleElement().matches(root -> root.has("clew.cancelled") && (root.is("invoke_agent") || root.is("chat")));
            assertThat(tree.spans()).as("who leaves has not failed").noneMatch(Span::failed);
            assertThat(tree.spans()).allSatisfy(span ->
                    assertThat(FrameworkContract.ended(span)).isGreaterThanOrEqualTo(FrameworkContract.began(span)));
        });
    }

    @Test
    default void streamThatFailsEndsItsSpansWithTheError() {
        each(streamsThatFail(), tree -> {
            assertThat(tree.all("chat")).singleElement().matches(Span::failed);
            assertThat(tree.roots()).singleElement().matches(Span::failed);
            assertThat(tree.spans()).filteredOn(Span::failed).noneMatch(span -> span.text("error.type").isEmpty());
            assertThat(tree.spans()).noneMatch(span -> span.has("clew.cancelled"));
        });
        for (String piece : streamsThatFail()) {
            assertThat(said(piece)).as("of the error").isNotBlank();
        }
    }

    @Test
    default void streamThatNobodySubscribesToIsNothing() {
        assertThat(streamsNeverHeard()).isNotEmpty().allSatisfy(piece -> assertThat(run().traces(piece)).as(piece).isEmpty());
    }
}

package dev.clew.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is promised of calls of a model that answers in one piece. */
interface ChatContract extends FrameworkContract {
    /** Each calls one model, once, and says nothing else to any. */
    List<String> calls();

    /** Each calls the model of {@link #calls} through another that only hands on. */
    List<String> decorated();

    /** Each calls a model through an agent; the model throws, and the program says whether that very error came out. */
    List<String> callsThatThrow();

    @Test
    default void modelCallIsOneSpanWithTheRequestAndTheAnswer() {
        each(calls(), tree -> {
            assertThat(tree.spans()).singleElement().matches(span -> span.is("chat"));
            Span call = tree.spans().get(0);
            assertThat(call.kind()).isEqualTo("CLIENT");
            assertThat(call.failed()).isFalse();
            assertThat(call.text("gen_ai.input.messages")).contains("\"role\":\"user\"", "\"content\":\"hi\"");
            assertThat(call.text("gen_ai.output.messages")).contains("\"role\":\"assistant\"", "\"content\":\"hello\"");
            assertThat(call.text("gen_ai.response.finish_reasons")).isEqualTo("[\"stop\"]");
        });
    }

    @Test
    default void decoratedModelIsOneCall() {
        each(decorated(), tree -> assertThat(tree.spans()).singleElement().matches(span -> span.is("chat")));
    }

    @Test
    default void usageIsCountedOnce() {
        Tree plain = run().trace(calls().get(0));
        assertThat(plain.sum("chat", "gen_ai.usage.input_tokens")).isPositive();
        assertThat(plain.sum("chat", "gen_ai.usage.output_tokens")).isPositive();
        each(decorated(), tree -> {
            for (String tokens : List.of("gen_ai.usage.input_tokens", "gen_ai.usage.output_tokens")) {
                assertThat(tree.sum("chat", tokens)).as(tokens).isEqualTo(plain.sum("chat", tokens));
            }
        });
    }

    @Test
    default void errorReachesTheApplicationUnchanged() {
        each(callsThatThrow(), tree -> {
            assertThat(tree.all("chat")).singleElement().matches(Span::failed);
            assertThat(tree.all("chat").get(0).text("error.type")).isEqualTo("java.lang.IllegalArgumentException");
        });
        for (String piece : callsThatThrow()) {
            assertThat(said(piece)).contains("the same: true");
        }
    }
}
